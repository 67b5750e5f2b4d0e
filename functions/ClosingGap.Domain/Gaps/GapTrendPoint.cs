namespace ClosingGap.Domain.Gaps;

/// <summary>The gap at the end of a month, by the data known now.</summary>
/// <param name="On">The month's last day.</param>
/// <param name="Reference">The reference group.</param>
/// <param name="Focal">The focal group.</param>
/// <param name="Difference">Reference less focal.</param>
public sealed record GapTrendPoint(DateOnly On, GapSide Reference, GapSide Focal, GapInterval Difference);
