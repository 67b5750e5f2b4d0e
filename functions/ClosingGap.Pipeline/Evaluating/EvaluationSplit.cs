namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What the preparation of a check found.</summary>
/// <param name="ShardCount">Into how many shards its students are split; 0 when the check has ended.</param>
public sealed record EvaluationSplit(int ShardCount);
