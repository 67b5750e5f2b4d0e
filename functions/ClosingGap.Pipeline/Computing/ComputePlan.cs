namespace ClosingGap.Pipeline.Computing;

/// <summary>What is to be computed.</summary>
/// <param name="ShardCount">How many shards.</param>
/// <param name="IsUnchanged">True when the published version is already what would be made.</param>
public sealed record ComputePlan(int ShardCount, bool IsUnchanged);
