using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What a threshold would have caught.</summary>
/// <param name="Numerator">The threshold, reached at equality: this …</param>
/// <param name="Denominator">… by this.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Quality">The rates.</param>
public sealed record ReportedThreshold(long Numerator, long Denominator, ConfusionCounts Counts, ReportedQuality Quality)
{
    internal static ReportedThreshold From(ThresholdCounts threshold) => new(
        threshold.Threshold.Numerator, threshold.Threshold.Denominator, threshold.Counts, ReportedQuality.From(threshold.Quality));
}
