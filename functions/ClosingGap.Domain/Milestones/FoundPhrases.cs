using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>Which phrases tell what was found.</summary>
internal static class FoundPhrases
{
    public static IReadOnlyList<string> Of(IndicatorScale scale, Fact fact)
    {
        var found = scale.Topic + (fact.Numerator == 0 && !scale.LowIsWorse && !IsActivity(scale) ? ".none" : ".some");
        return fact.Number(SuspensionIndicator.WithoutLength) > 0
            ? [found, scale.Topic + ".uncounted"]
            : [found, .. Window(fact)];
    }

    /// <summary>The grading period that was judged: over, or under way.</summary>
    public static IReadOnlyList<string> Window(Fact fact) =>
        fact.Date(CourseFailureIndicator.PeriodEnd) is { } end ? [end <= fact.AsOf ? "courses.periodEnded" : "courses.periodEnds"] : [];

    private static bool IsActivity(IndicatorScale scale) => string.Equals(scale.Indicator, IndicatorIds.LmsLastActivity, StringComparison.Ordinal);
}
