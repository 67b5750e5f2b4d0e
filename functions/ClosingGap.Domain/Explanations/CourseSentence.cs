using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Why the course verdict is what it is.</summary>
internal static class CourseSentence
{
    public static string Write(MilestoneDefinition definition, Fact fact, VerdictStatus status)
    {
        var asOf = Phrases.Date(fact.AsOf);
        switch (fact.Missing)
        {
            case MissingEvidence.Table:
                return "The data hold no grading period grades, so courses cannot be judged.";
            case MissingEvidence.Rows:
                return $"No grade in a grading period of this school year up to {asOf}, so courses cannot be judged.";
        }

        var end = fact.Date(CourseFailureIndicator.PeriodEnd)!.Value;
        var period = end <= fact.AsOf
            ? $"in the grading period that ended on {Phrases.Date(end)}"
            : $"in the grading period that ends on {Phrases.Date(end)}, as of {asOf}";
        var courses = Phrases.Count(fact.Denominator, "course", "courses");
        if (status == VerdictStatus.NotEnoughData)
        {
            return $"Only {courses} graded {period}; {Phrases.Number(definition.MinimumEvidence)} are needed to judge.";
        }

        var offTrack = Phrases.Amount(definition.OffTrackNumerator!.Value, definition.OffTrackDenominator);
        var atRisk = Phrases.Amount(definition.AtRiskNumerator!.Value, definition.AtRiskDenominator);
        var failed = fact.Numerator == 0
            ? $"No failing grade in {courses} graded {period}"
            : $"Failing {Phrases.Number(fact.Numerator)} of {courses} graded {period}";
        return status switch
        {
            VerdictStatus.OffTrack => $"{failed}; {offTrack} or more is off track.",
            VerdictStatus.AtRisk => $"{failed}; {atRisk} or more is at risk, {offTrack} or more is off track.",
            VerdictStatus.Met => fact.Numerator == 0 ? $"{failed}; the school year is over." : $"{failed}; the school year ended below {atRisk}.",
            _ => fact.Numerator == 0 ? failed + "." : $"{failed}; that is below {atRisk}, where risk begins.",
        };
    }
}
