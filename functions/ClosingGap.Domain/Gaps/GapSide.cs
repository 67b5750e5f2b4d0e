using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>One of the two groups of a gap on a measure.</summary>
/// <param name="Students">Students judged or measured.</param>
/// <param name="Count">Of a rate: those it counts.</param>
/// <param name="Share">Of a rate: the share, 0 to 1, with Wilson's interval; null of nobody.</param>
/// <param name="Mean">Of a mean: in the measure's unit; null of nobody.</param>
/// <param name="StandardDeviation">Of a mean, with divisor n − 1; null of fewer than two.</param>
public sealed record GapSide(long Students, long? Count, GapInterval? Share, double? Mean, double? StandardDeviation)
{
    /// <summary>Of levels: students by level, lowest first.</summary>
    public IReadOnlyList<long>? Levels { get; init; }

    internal static GapSide Of(Rate rate) => new(rate.Of, rate.Count, GapInterval.From(rate.Wilson()), null, null);

    internal static GapSide Of(long[]? levels) => new(levels?.Sum() ?? 0, null, null, null, null) { Levels = levels };

    internal static GapSide Of(Sample sample) => new(
        sample.Count,
        null,
        null,
        sample.Count == 0 ? null : GapInterval.Round(sample.Mean),
        sample.Count < 2 ? null : GapInterval.Round(Math.Sqrt(sample.SquaredDeviations / (sample.Count - 1))));
}
