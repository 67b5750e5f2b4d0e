using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// The rule that holds a fact of the LMS against two thresholds. Where a district has several LMS, each is judged by itself and the gravest
/// status counts: work missing in one is not made good by another. The verdict is as of that LMS's date.
/// </summary>
internal static class LmsRule
{
    public static Judgement Judge(MilestoneDefinition definition, IReadOnlyList<LmsMeasure> measures)
    {
        Judgement? gravest = null;
        foreach (var measure in measures)
        {
            var fact = measure.Facts.First(fact => string.Equals(fact.Indicator, definition.Indicator, StringComparison.Ordinal));
            var judgement = Judge(definition, fact, measure.WindowClosed);
            gravest = gravest is not { } known || Gravity(judgement.Status) > Gravity(known.Status) ? judgement : known;
        }

        return gravest ?? new Judgement(VerdictStatus.NotEnoughData, LmsSentence.NoData, ThresholdRule.Thresholds(definition));
    }

    private static Judgement Judge(MilestoneDefinition definition, Fact fact, bool windowClosed)
    {
        var isRate = !string.Equals(definition.Indicator, IndicatorIds.LmsLastActivity, StringComparison.Ordinal);
        var status = fact.Missing != MissingEvidence.None || (isRate && fact.Denominator < definition.MinimumEvidence)
            ? VerdictStatus.NotEnoughData
            : ThresholdRule.Judge(definition, fact.Numerator, isRate ? fact.Denominator : 1, windowClosed);
        var numbers = ThresholdRule.Thresholds(definition);
        if (isRate)
        {
            numbers.Add("minimumAssignments", definition.MinimumEvidence);
            var isMissing = string.Equals(definition.Indicator, IndicatorIds.LmsMissingWork, StringComparison.Ordinal);
            numbers.Add(isMissing ? "assignmentsMissing" : "assignmentsLate", fact.Numerator);
            numbers.Add(isMissing ? "assignmentsDue" : "assignmentsHandedIn", fact.Denominator);
        }
        else if (fact.Missing == MissingEvidence.None)
        {
            numbers.Add("daysSinceActivity", fact.Numerator);
        }

        return new Judgement(status, LmsSentence.Write(definition, fact, status), numbers, fact.AsOf);
    }

    private static int Gravity(VerdictStatus status) => status switch
    {
        VerdictStatus.OffTrack => 3,
        VerdictStatus.AtRisk => 2,
        VerdictStatus.NotEnoughData => 0,
        _ => 1,
    };
}
