using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Why the attendance verdict is what it is.</summary>
internal static class AttendanceSentence
{
    public static string Write(MilestoneDefinition definition, Fact fact, VerdictStatus status)
    {
        var upTo = Phrases.Date(fact.To);
        switch (fact.Missing)
        {
            case MissingEvidence.Table:
                return "The data hold no attendance, so absence cannot be judged.";
            case MissingEvidence.Membership:
                return $"No school day of membership up to {Phrases.Date(fact.AsOf)}, so absence cannot be judged.";
            case MissingEvidence.Submission:
                return $"No attendance was submitted for the days of membership up to {Phrases.Date(fact.AsOf)}, so absence cannot be judged.";
        }

        var days = Phrases.Count(fact.Denominator / 2m, "school day", "school days");
        if (status == VerdictStatus.NotEnoughData)
        {
            return $"Only {days} of membership measured up to {upTo}; {Phrases.Number(definition.MinimumEvidence)} are needed to judge absence.";
        }

        var offTrack = Phrases.Share(definition.OffTrackNumerator!.Value, definition.OffTrackDenominator);
        var atRisk = Phrases.Share(definition.AtRiskNumerator!.Value, definition.AtRiskDenominator);
        var absent = fact.Numerator == 0
            ? $"No absence in {days} up to {upTo}"
            : $"Absent {Phrases.Number(fact.Numerator / 2m)} of {days} ({Phrases.Percent(fact.Numerator, fact.Denominator)}) up to {upTo}";
        return status switch
        {
            VerdictStatus.OffTrack => $"{absent}; {offTrack} or more is chronic absence.",
            VerdictStatus.AtRisk => $"{absent}; {atRisk} or more is at risk, {offTrack} or more is chronic absence.",
            VerdictStatus.Met => $"{absent}; the school year ended below {atRisk}.",
            _ => $"{absent}; that is below {atRisk}, where risk begins.",
        };
    }
}
