using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// The nearest threshold and the distance to it, in integers: for one who keeps the thresholds the first of them, for one who does not the
/// way back, and where there is none the next worse. A threshold is reached at equality unless the condition says that it must be passed.
/// </summary>
internal static class NextSteps
{
    public static NextStep? Of(MilestonePart part, IndicatorScale scale, Fact fact, VerdictStatus status, JudgedWindow window)
    {
        if (window.Closed || status == VerdictStatus.Met)
        {
            return null;
        }

        if (string.Equals(part.Indicator, IndicatorIds.AttendanceRate, StringComparison.Ordinal))
        {
            return Attendance(part, fact, status, window);
        }

        return scale.LowIsWorse ? Gain(part, scale, fact, status)
            : scale.IsShare ? Work(part, scale, fact, status)
            : Amount(part, scale, fact, status);
    }

    /// <summary>Half days absent <c>a</c> of <c>m</c>, with <c>r</c> still to come, against <c>n/d</c>.</summary>
    private static NextStep? Attendance(MilestonePart part, Fact fact, VerdictStatus status, JudgedWindow window)
    {
        var (offTrack, offTrackUnder) = (part.OffTrackNumerator!.Value, part.OffTrackDenominator);
        var (atRisk, atRiskUnder) = part.AtRiskNumerator is { } over ? (over, part.AtRiskDenominator) : (offTrack, offTrackUnder);
        var remaining = window.RemainingHalfDays;
        if (remaining <= 0)
        {
            return null;
        }

        var scale = IndicatorScale.Find(part.Indicator)!;
        switch (status)
        {
            case VerdictStatus.OffTrack:
                return Attend(offTrack, offTrackUnder) ?? new NextStep(NextStepKind.OutOfReach, ReasonValues.Threshold(scale, offTrack, offTrackUnder), null, window.LastDay);
            case VerdictStatus.AtRisk:
                return Attend(atRisk, atRiskUnder) ?? MayMiss(offTrack, offTrackUnder);
            default:
                return MayMiss(atRisk, atRiskUnder);
        }

        NextStep? Attend(int n, int d)
        {
            var present = (part.Beyond ? CeilingOf(fact.Numerator * d, n) : fact.Numerator * d / n + 1) - fact.Denominator;
            return present <= remaining
                ? new NextStep(NextStepKind.Attend, ReasonValues.Threshold(scale, n, d), (present + 1) / 2, window.LastDay)
                : null;
        }

        NextStep? MayMiss(int n, int d)
        {
            var whole = (fact.Denominator + remaining) * n;
            var absent = (part.Beyond ? whole / d + 1 : CeilingOf(whole, d)) - fact.Numerator;
            return absent <= remaining
                ? new NextStep(NextStepKind.MayMiss, ReasonValues.Threshold(scale, n, d), absent / 2m, window.LastDay)
                : null;
        }
    }

    /// <summary>Work that is missing can be handed in; work that was late, or a day that is over, cannot be changed.</summary>
    private static NextStep? Work(MilestonePart part, IndicatorScale scale, Fact fact, VerdictStatus status)
    {
        if (!string.Equals(part.Indicator, IndicatorIds.LmsMissingWork, StringComparison.Ordinal) || Back(part, status) is not (var n, var d))
        {
            return null;
        }

        var most = part.Beyond ? fact.Denominator * n / d : CeilingOf(fact.Denominator * n, d) - 1;
        return new NextStep(NextStepKind.Reduce, ReasonValues.Threshold(scale, n, d), fact.Numerator - most, null);
    }

    private static NextStep? Amount(MilestonePart part, IndicatorScale scale, Fact fact, VerdictStatus status)
    {
        if (Back(part, status) is (var n, var d) && fact.Unit == FactUnit.Courses)
        {
            var most = part.Beyond ? (long)n / d : CeilingOf(n, d) - 1;
            return new NextStep(NextStepKind.Reduce, ReasonValues.Threshold(scale, n, d), fact.Numerator - most, null);
        }

        var next = status switch
        {
            VerdictStatus.AtRisk => (part.OffTrackNumerator!.Value, part.OffTrackDenominator),
            VerdictStatus.OnTrack when part.AtRiskNumerator is { } atRisk => (atRisk, part.AtRiskDenominator),
            VerdictStatus.OnTrack => (part.OffTrackNumerator!.Value, part.OffTrackDenominator),
            _ => ((int, int)?)null,
        };
        if (next is not (var over, var under))
        {
            return null;
        }

        var threshold = ReasonValues.Threshold(scale, over, under);
        return new NextStep(NextStepKind.MayReach, threshold, Math.Max(0, threshold - fact.Numerator / (decimal)scale.Scale), null);
    }

    private static NextStep? Gain(MilestonePart part, IndicatorScale scale, Fact fact, VerdictStatus status)
    {
        if (Back(part, status) is not (var n, var d))
        {
            return null;
        }

        var threshold = ReasonValues.Threshold(scale, n, d);
        var value = fact.Numerator / (decimal)scale.Scale / (scale.IsShare ? Math.Max(1, fact.Denominator) : 1);
        var missing = Math.Ceiling((threshold - value) * 100) / 100;
        return new NextStep(NextStepKind.Gain, threshold, missing > 0 ? missing : 0, null);
    }

    /// <summary>The threshold that lies behind a student who is at risk or off track.</summary>
    private static (int Numerator, int Denominator)? Back(MilestonePart part, VerdictStatus status) => status switch
    {
        VerdictStatus.OffTrack => (part.OffTrackNumerator!.Value, part.OffTrackDenominator),
        VerdictStatus.AtRisk => (part.AtRiskNumerator!.Value, part.AtRiskDenominator),
        _ => null,
    };

    private static long CeilingOf(long over, long under) => (over + under - 1) / under;
}
