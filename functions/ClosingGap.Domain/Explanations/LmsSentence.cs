using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Why a verdict on a fact of the LMS is what it is.</summary>
internal static class LmsSentence
{
    /// <summary>The district sends nothing of an LMS.</summary>
    public const string NoData = "The data hold nothing of a learning management system, so work in it cannot be judged.";

    public static string Write(MilestoneDefinition definition, Fact fact, VerdictStatus status)
    {
        var what = Subject(fact);
        var upTo = Phrases.Date(fact.To);
        switch (fact.Missing)
        {
            case MissingEvidence.Table:
                return $"The data of the LMS hold too little to tell, so {what} cannot be judged.";
            case MissingEvidence.Account:
                return $"The student has no account in the LMS, so {what} cannot be judged.";
            case MissingEvidence.Rows:
                return $"{Nothing(fact)} this school year up to {upTo}, so {what} cannot be judged.";
        }

        if (status == VerdictStatus.NotEnoughData)
        {
            return $"Only {Assignments(fact)} up to {upTo}; {Phrases.Number(definition.MinimumEvidence)} are needed to judge {what}.";
        }

        var offTrack = Threshold(definition.OffTrackNumerator!.Value, definition.OffTrackDenominator, fact);
        var atRisk = Threshold(definition.AtRiskNumerator!.Value, definition.AtRiskDenominator, fact);
        var found = Found(fact);
        return status switch
        {
            VerdictStatus.OffTrack => $"{found}; {offTrack} or more is off track.",
            VerdictStatus.AtRisk => $"{found}; {atRisk} or more is at risk, {offTrack} or more is off track.",
            VerdictStatus.Met => $"{found}; the school year ended below {atRisk}.",
            _ => $"{found}; that is below {atRisk}, where risk begins.",
        };
    }

    private static string Found(Fact fact)
    {
        if (IsActivity(fact))
        {
            return $"Last active in the LMS on {Phrases.Date(fact.Date(LmsLastActivityIndicator.LastActivityDate)!.Value)}, {Phrases.Count(fact.Numerator, "day", "days")} before {Phrases.Date(fact.AsOf)}";
        }

        var word = IsMissing(fact) ? "missing" : "late";
        var upTo = Phrases.Date(fact.To);
        return fact.Numerator == 0
            ? $"None {word} of {Assignments(fact)} up to {upTo}"
            : $"{Phrases.Number(fact.Numerator)} {word} of {Assignments(fact)} ({Phrases.Percent(fact.Numerator, fact.Denominator)}) up to {upTo}";
    }

    private static string Assignments(Fact fact) =>
        Phrases.Count(fact.Denominator, "assignment", "assignments") + (IsMissing(fact) ? " due in the LMS" : " handed in in the LMS");

    private static string Nothing(Fact fact) =>
        IsActivity(fact) ? "No activity in the LMS" : IsMissing(fact) ? "No assignment was due in the LMS" : "Nothing was handed in in the LMS";

    private static string Subject(Fact fact) => IsActivity(fact) ? "activity" : IsMissing(fact) ? "missing work" : "late work";

    private static string Threshold(int numerator, int denominator, Fact fact) =>
        IsActivity(fact) ? Phrases.Amount(numerator, denominator) + " days" : Phrases.Share(numerator, denominator);

    private static bool IsActivity(Fact fact) => string.Equals(fact.Indicator, IndicatorIds.LmsLastActivity, StringComparison.Ordinal);

    private static bool IsMissing(Fact fact) => string.Equals(fact.Indicator, IndicatorIds.LmsMissingWork, StringComparison.Ordinal);
}
