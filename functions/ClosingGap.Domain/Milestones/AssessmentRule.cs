using ClosingGap.Domain.Assessments;
using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Milestones;

/// <summary>Holds the declared attempt on tests of a family, subject and grade against a benchmark, or looks whether its level is the proficient one.</summary>
internal static class AssessmentRule
{
    public static Reason Judge(MilestonePart part, EvaluationInput input)
    {
        var values = new SortedList<string, SentenceValue>(8, StringComparer.Ordinal)
        {
            { "asOf", SentenceValue.Of(input.AsOf) },
            { "subject", SentenceValue.Of(part.Subjects[0].Replace(" ", "", StringComparison.Ordinal)) },
        };
        if (part.OffTrackNumerator is { } benchmark)
        {
            values.Add("benchmark", SentenceValue.Of((decimal)benchmark / part.OffTrackDenominator));
        }

        if (!input.HoldsAssessments)
        {
            return new Reason(part.Indicator, VerdictStatus.NotEnoughData, ["assessment.missing.table"], values);
        }

        var isScore = string.Equals(part.Indicator, IndicatorIds.AssessmentScore, StringComparison.Ordinal);
        if (Attempts.Choose(input.Assessments.Where(result => Fits(part, result, input) && (isScore ? result.ScoreHundredths is not null : result.LevelMet is not null)), part.Attempt)
            is not var (result, count))
        {
            return new Reason(part.Indicator, VerdictStatus.NotEnoughData, ["assessment.missing.rows"], values);
        }

        values.Add("attempts", SentenceValue.Of((decimal)count));
        var on = "assessment.undated";
        if (result.Date is { } date)
        {
            values.Add("date", SentenceValue.Of(date));
            on = "assessment.dated";
        }

        if (!isScore)
        {
            return result.LevelMet == true
                ? new Reason(part.Indicator, VerdictStatus.Met, ["proficiency.met", on], values)
                : new Reason(part.Indicator, VerdictStatus.OffTrack, ["proficiency.below", on], values);
        }

        var score = result.ScoreHundredths!.Value;
        values.Add("value", SentenceValue.Of(score / 100m));
        var isMet = (long)score * part.OffTrackDenominator >= part.OffTrackNumerator!.Value * 100L;
        var phrase = part.Attempt switch { AttemptRule.Best => "score.best", AttemptRule.First => "score.first", _ => "score.latest" };
        return isMet
            ? new Reason(part.Indicator, VerdictStatus.Met, [phrase, on, "rule.score.met"], values)
            : new Reason(part.Indicator, VerdictStatus.OffTrack, [phrase, on, "rule.score.offTrack"], values)
            {
                Next = new NextStep(NextStepKind.Gain, values["benchmark"].Number!.Value, values["benchmark"].Number!.Value - score / 100m, null),
            };
    }

    private static bool Fits(MilestonePart part, in AssessmentResult result, EvaluationInput input)
    {
        if (!input.AssessmentsById.TryGetValue(result.AssessmentIdentifier, out var test) || result.Date > input.AsOf)
        {
            return false;
        }

        return (part.Family is null || string.Equals(part.Family, test.Family?.Trim(), StringComparison.OrdinalIgnoreCase))
            && part.Subjects.Contains(test.Subject?.Trim() ?? "", StringComparer.OrdinalIgnoreCase)
            && (part.TakenIn.Count == 0 || part.TakenIn.Contains(result.GradeWhenAssessed ?? test.Grade ?? "", StringComparer.Ordinal));
    }
}
