namespace ClosingGap.Pipeline.Applying;

/// <summary>What applying one shard made.</summary>
public sealed record AppliedShard(IReadOnlyList<AppliedTable> Tables);
