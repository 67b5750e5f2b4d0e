using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Why the suspension verdict is what it is.</summary>
internal static class SuspensionSentence
{
    public static string Write(MilestoneDefinition definition, Fact fact, VerdictStatus status)
    {
        if (fact.Missing == MissingEvidence.Table)
        {
            return "The data hold no discipline actions, so suspensions cannot be judged.";
        }

        var upTo = Phrases.Date(fact.To);
        var withoutLength = fact.Number(SuspensionIndicator.WithoutLength);
        if (fact.Missing == MissingEvidence.Length)
        {
            return $"{Phrases.Count(withoutLength, "suspension is", "suspensions are")} recorded without a length up to {upTo}, so the days cannot be judged.";
        }

        var days = Phrases.Count(fact.Numerator / 100m, "day", "days");
        var inSchool = Phrases.Number(fact.Number(SuspensionIndicator.InSchoolHundredths) / 100m);
        var outOfSchool = Phrases.Number(fact.Number(SuspensionIndicator.OutOfSchoolHundredths) / 100m);
        var suspended = fact.Numerator == 0
            ? $"No day suspended this school year up to {upTo}"
            : $"Suspended {days} this school year up to {upTo} ({inSchool} in school, {outOfSchool} out of school)";
        if (withoutLength > 0)
        {
            suspended += $", not counting {Phrases.Count(withoutLength, "suspension", "suspensions")} recorded without a length";
        }

        var offTrack = Phrases.Amount(definition.OffTrackNumerator!.Value, definition.OffTrackDenominator);
        var atRisk = Phrases.Amount(definition.AtRiskNumerator!.Value, definition.AtRiskDenominator);
        var fromWhere = definition.AtRiskNumerator * 100L <= definition.AtRiskDenominator ? "any suspension" : atRisk + " days or more";
        return status switch
        {
            VerdictStatus.OffTrack => $"{suspended}; {offTrack} days or more is off track.",
            VerdictStatus.AtRisk => $"{suspended}; {fromWhere} is at risk, {offTrack} days or more is off track.",
            VerdictStatus.Met => fact.Numerator == 0 ? $"{suspended}; the school year is over." : $"{suspended}; the school year ended below {atRisk} days.",
            _ => fact.Numerator == 0 ? suspended + "." : $"{suspended}; that is below {atRisk} days, where risk begins.",
        };
    }
}
