using ClosingGap.Domain.Statistics;
using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// The gap between the reference group and a group, made of the two published percents alone: it tells nothing that these do not. Whether a high percent is
/// good follows from the measure.
/// </summary>
/// <param name="Reference">The reference group.</param>
/// <param name="Points">The reference's percent less the group's, in percentage points; suppressed where either is.</param>
public sealed record ShownGap(string Reference, ShownValue Points)
{
    /// <summary>Limits of Newcombe's 95 % interval in percentage points, to one decimal; null unless both percents are exact and reliable.</summary>
    public decimal? IntervalLow { get; init; }

    /// <summary>The upper limit.</summary>
    public decimal? IntervalHigh { get; init; }

    internal static ShownGap Of(string group, PublishedCell reference, PublishedCell focal, SuppressionRules rules)
    {
        var gap = new ShownGap(group, ShownValue.Of(PublishedGap.Of(reference, focal)));
        return rules.IsReliable(reference) && rules.IsReliable(focal) && RateOf(reference) is { } one && RateOf(focal) is { } other
            && RateGap.Newcombe(one, other) is { } interval
            ? gap with { IntervalLow = Points100(interval.Low), IntervalHigh = Points100(interval.High) }
            : gap;
    }

    /// <summary>The rate that a reader would make of the published numbers.</summary>
    private static Rate? RateOf(PublishedCell cell) => cell.Students.Value is { } students && cell.Percent.Value is { } percent
        ? new Rate((long)Math.Round(students * percent / 100, MidpointRounding.AwayFromZero), (long)students)
        : null;

    private static decimal Points100(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero);
}
