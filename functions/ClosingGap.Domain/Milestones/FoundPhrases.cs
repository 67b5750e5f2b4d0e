using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>Which phrases tell what was found.</summary>
internal static class FoundPhrases
{
    public static IReadOnlyList<string> Of(IndicatorScale scale, Fact fact)
    {
        var isNone = fact.Numerator == 0 && !scale.LowIsWorse && !IsActivity(scale);
        var found = scale.Topic + (HasEnded(fact) ? isNone ? ".passed" : ".failed" : isNone ? ".none" : ".some");
        return fact.Number(SuspensionIndicator.WithoutLength) > 0
            ? [found, scale.Topic + ".uncounted"]
            : [found, .. Window(fact), .. Marks(fact)];
    }

    /// <summary>By what a course counts as failed: the marks of that period, and where a number decided, below which.</summary>
    private static IReadOnlyList<string> Marks(Fact fact) =>
        fact.Unit != FactUnit.Courses || fact.Date(CourseFailureIndicator.PeriodEnd) is null ? []
        : [fact.Number(CourseFailureIndicator.PassMarkHundredths) > 0 ? "courses.byNumber" : "courses.byLetter"];

    /// <summary>The grading period that was judged: over, or under way.</summary>
    public static IReadOnlyList<string> Window(Fact fact) =>
        fact.Date(CourseFailureIndicator.PeriodEnd) is null ? [] : [HasEnded(fact) ? "courses.periodOver" : "courses.periodEnds"];

    private static bool HasEnded(Fact fact) => fact.Date(CourseFailureIndicator.PeriodEnd) <= fact.AsOf;

    private static bool IsActivity(IndicatorScale scale) => string.Equals(scale.Indicator, IndicatorIds.LmsLastActivity, StringComparison.Ordinal);
}
