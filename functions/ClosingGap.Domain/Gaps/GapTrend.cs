namespace ClosingGap.Domain.Gaps;

/// <summary>How a gap changed from the first to the last of some months in which both groups were judged.</summary>
/// <param name="From">The first month's end.</param>
/// <param name="To">The last month's end.</param>
/// <param name="Change">The change of the difference, later less earlier.</param>
/// <param name="StandardError">Of the change: half the width of its interval, over 1.96.</param>
/// <param name="ReferenceChange">The change of the reference group's share.</param>
/// <param name="FocalChange">The change of the focal group's share.</param>
/// <param name="Word">What became of it; null when a group had fewer students than the minimum at either end.</param>
/// <param name="Points">The months; null where they were not asked for.</param>
public sealed record GapTrend(
    DateOnly From,
    DateOnly To,
    GapInterval Change,
    double StandardError,
    GapInterval ReferenceChange,
    GapInterval FocalChange,
    GapTrendWord? Word,
    IReadOnlyList<GapTrendPoint>? Points);
