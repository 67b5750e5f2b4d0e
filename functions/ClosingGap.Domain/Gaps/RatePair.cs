using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>The rates of two groups on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Reference">The reference group's; of somebody.</param>
/// <param name="Focal">The focal group's; of somebody.</param>
public readonly record struct RatePair(DateOnly On, Rate Reference, Rate Focal)
{
    /// <summary>Reference less focal.</summary>
    public Interval Difference => RateGap.Newcombe(Reference, Focal)!.Value;

    /// <summary>The smaller number of students of the two.</summary>
    public long Fewest => Math.Min(Reference.Of, Focal.Of);
}
