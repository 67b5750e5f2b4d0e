namespace ClosingGap.Pipeline.Validating;

/// <summary>How the validation of a drop ended.</summary>
/// <param name="IsStaged">True when its rows are staged; false when the drop was rejected.</param>
/// <param name="ShardCount">Into how many shards students are split.</param>
/// <param name="HasSharded">True when a table that is split by student is staged.</param>
public sealed record ValidationOutcome(bool IsStaged, int ShardCount, bool HasSharded);
