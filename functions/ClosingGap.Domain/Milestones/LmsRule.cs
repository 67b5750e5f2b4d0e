using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// Holds a fact of the LMS against thresholds. Where a district has several LMS, each is judged by itself and the gravest status counts:
/// work missing in one is not made good by another. The verdict is as of that LMS's date.
/// </summary>
internal static class LmsRule
{
    /// <summary>Whether the indicator is one of the LMS.</summary>
    public static bool Judges(string indicator) => indicator is IndicatorIds.LmsMissingWork or IndicatorIds.LmsLateWork or IndicatorIds.LmsLastActivity;

    public static (Reason Reason, DateOnly? AsOf) Judge(MilestonePart part, IReadOnlyList<LmsMeasure> measures)
    {
        (Reason Reason, DateOnly? AsOf)? gravest = null;
        foreach (var measure in measures)
        {
            var fact = measure.Facts.First(fact => string.Equals(fact.Indicator, part.Indicator, StringComparison.Ordinal));
            var reason = ThresholdRule.Judge(part, fact, new JudgedWindow(measure.WindowClosed));
            gravest = gravest is not { } known || Gravity.Of(reason.Status) > Gravity.Of(known.Reason.Status) ? (reason, fact.AsOf) : known;
        }

        return gravest ?? (new Reason(part.Indicator, VerdictStatus.NotEnoughData, ["lms.noData"], new SortedList<string, SentenceValue>(StringComparer.Ordinal)), null);
    }
}
