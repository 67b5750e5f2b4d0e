namespace ClosingGap.Pipeline.Rollups;

/// <summary>What the search for students of several districts found.</summary>
/// <param name="Students">Students found in two or more districts.</param>
/// <param name="TakenBack">Contributions that another district owns.</param>
/// <param name="AmbiguousIds">State ids that tell no student: two students of one district share one, or too many districts have it.</param>
/// <param name="Districts">The ordinals of districts of which something is taken back, ascending.</param>
public sealed record Duplicates(long Students, long TakenBack, long AmbiguousIds, IReadOnlyList<int> Districts);
