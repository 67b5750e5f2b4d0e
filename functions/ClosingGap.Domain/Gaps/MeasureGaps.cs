namespace ClosingGap.Domain.Gaps;

/// <summary>The groups on one measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Groups">Each group of the dimension that somebody is in, in ordinal order, the reference too.</param>
public sealed record MeasureGaps(GapMeasure Measure, IReadOnlyList<GroupGap> Groups);
