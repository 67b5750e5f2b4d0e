using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Verdicts;

/// <summary>What the last published result said of one milestone.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Since">The as-of date on which that status began.</param>
public readonly record struct PreviousVerdict(VerdictStatus Status, DateOnly Since);
