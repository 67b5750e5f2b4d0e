using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.History;

/// <summary>What was so at the end of a month, by the data known now. A point tells only what differs from the point before it.</summary>
/// <param name="On">The last day of the month.</param>
/// <param name="Facts">By indicator: numerator and denominator; empty where it was measured before and is not any more.</param>
/// <param name="Verdicts">By milestone: the status.</param>
public sealed record HistoryPoint(
    DateOnly On,
    IReadOnlyDictionary<string, long[]> Facts,
    IReadOnlyDictionary<string, VerdictStatus> Verdicts);
