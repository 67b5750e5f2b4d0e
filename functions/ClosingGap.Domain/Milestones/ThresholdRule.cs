using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>The rules that hold a fact against two thresholds. All comparisons are between products of integers.</summary>
internal static class ThresholdRule
{
    public static Judgement Attendance(MilestoneDefinition definition, Fact fact, bool windowClosed)
    {
        var status = AttendanceThresholds.Of(definition).BandOf(fact) switch
        {
            AttendanceBand.NotMeasured => VerdictStatus.NotEnoughData,
            AttendanceBand.Chronic => VerdictStatus.OffTrack,
            AttendanceBand.AtRisk => VerdictStatus.AtRisk,
            _ => Kept(windowClosed),
        };
        var numbers = Thresholds(definition);
        numbers.Add("absentDays", fact.Numerator / 2m);
        numbers.Add("memberDays", fact.Denominator / 2m);
        numbers.Add("minimumDays", definition.MinimumEvidence);
        if (fact.Denominator > 0)
        {
            numbers.Add("absentPercent", Phrases.PercentOf(fact.Numerator, fact.Denominator));
        }

        return new Judgement(status, AttendanceSentence.Write(definition, fact, status), numbers);
    }

    public static Judgement Courses(MilestoneDefinition definition, Fact fact, bool windowClosed)
    {
        var status = fact.Missing != MissingEvidence.None || fact.Denominator < definition.MinimumEvidence
            ? VerdictStatus.NotEnoughData
            : Judge(definition, fact.Numerator, 1, windowClosed);
        var numbers = Thresholds(definition);
        numbers.Add("coursesFailed", fact.Numerator);
        numbers.Add("coursesGraded", fact.Denominator);
        return new Judgement(status, CourseSentence.Write(definition, fact, status), numbers);
    }

    public static Judgement Suspensions(MilestoneDefinition definition, Fact fact, bool windowClosed)
    {
        var status = fact.Missing != MissingEvidence.None
            ? VerdictStatus.NotEnoughData
            : Judge(definition, fact.Numerator, 100, windowClosed);
        var numbers = Thresholds(definition);
        numbers.Add("suspensionDays", fact.Numerator / 100m);
        numbers.Add("inSchoolDays", fact.Number(SuspensionIndicator.InSchoolHundredths) / 100m);
        numbers.Add("outOfSchoolDays", fact.Number(SuspensionIndicator.OutOfSchoolHundredths) / 100m);
        numbers.Add("suspensionsWithoutLength", fact.Number(SuspensionIndicator.WithoutLength));
        return new Judgement(status, SuspensionSentence.Write(definition, fact, status), numbers);
    }

    /// <summary>The status of a threshold that is kept: a closed window is met, an open one on track.</summary>
    public static VerdictStatus Kept(bool windowClosed) => windowClosed ? VerdictStatus.Met : VerdictStatus.OnTrack;

    /// <summary>The status of value / scale against the thresholds' numerator / denominator.</summary>
    public static VerdictStatus Judge(MilestoneDefinition definition, long value, long scale, bool windowClosed)
    {
        if (value * definition.OffTrackDenominator >= definition.OffTrackNumerator * scale)
        {
            return VerdictStatus.OffTrack;
        }

        return value * definition.AtRiskDenominator >= definition.AtRiskNumerator * scale ? VerdictStatus.AtRisk : Kept(windowClosed);
    }

    /// <summary>The thresholds as numbers of a verdict.</summary>
    public static SortedList<string, decimal> Thresholds(MilestoneDefinition definition) => new(10, StringComparer.Ordinal)
    {
        { "atRiskDenominator", definition.AtRiskDenominator },
        { "atRiskNumerator", definition.AtRiskNumerator ?? 0 },
        { "offTrackDenominator", definition.OffTrackDenominator },
        { "offTrackNumerator", definition.OffTrackNumerator ?? 0 },
    };
}
