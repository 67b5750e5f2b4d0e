namespace ClosingGap.Pipeline.Applying;

/// <summary>What applying one shard made.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Shares">What is left of students and enrollments; null when the drop does not tell.</param>
public sealed record AppliedShard(IReadOnlyList<AppliedTable> Tables, RosterShares? Shares);
