using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>The rule that holds a fact against two thresholds. All comparisons are between products of integers.</summary>
internal static class ThresholdRule
{
    public static Reason Judge(MilestonePart part, Fact fact, JudgedWindow window)
    {
        var scale = IndicatorScale.Find(part.Indicator) ?? throw new ArgumentException("The indicator has no thresholds; check definitions before use.", nameof(part));
        var values = ReasonValues.Of(part, scale, fact);
        if (fact.Missing != MissingEvidence.None)
        {
            return new Reason(part.Indicator, VerdictStatus.NotEnoughData, [$"{scale.Topic}.missing.{Word(fact.Missing)}"], values);
        }

        if (scale.CountsEvidence && fact.Denominator < (long)part.MinimumEvidence * (fact.Unit == FactUnit.HalfDays ? 2 : 1))
        {
            return new Reason(part.Indicator, VerdictStatus.NotEnoughData, [$"{scale.Topic}.tooFew", .. FoundPhrases.Window(fact), $"{scale.Topic}.needed"], values);
        }

        if (part.AtYearEnd && !window.Closed)
        {
            return new Reason(part.Indicator, VerdictStatus.OnTrack, [.. FoundPhrases.Of(scale, fact), "rule.atYearEnd"], values);
        }

        var status = Status(part, scale, fact, window.Closed);
        return new Reason(part.Indicator, status, [.. FoundPhrases.Of(scale, fact), .. RulePhrases.Of(part, scale, fact, status, window.Closed)], values)
        {
            Next = NextSteps.Of(part, scale, fact, status, window),
            IsOver = window.Closed,
        };
    }

    /// <summary>The status of a threshold that is kept: a closed window is met, an open one on track.</summary>
    public static VerdictStatus Kept(bool windowClosed) => windowClosed ? VerdictStatus.Met : VerdictStatus.OnTrack;

    private static VerdictStatus Status(MilestonePart part, IndicatorScale scale, Fact fact, bool windowClosed)
    {
        if (scale.Reaches(fact, part.OffTrackNumerator!.Value, part.OffTrackDenominator, part.Beyond))
        {
            return VerdictStatus.OffTrack;
        }

        return part.AtRiskNumerator is { } atRisk && scale.Reaches(fact, atRisk, part.AtRiskDenominator, part.Beyond)
            ? VerdictStatus.AtRisk
            : Kept(windowClosed);
    }

    private static string Word(MissingEvidence missing) => missing switch
    {
        MissingEvidence.Table => "table",
        MissingEvidence.Rows => "rows",
        MissingEvidence.Membership => "membership",
        MissingEvidence.Submission => "submission",
        MissingEvidence.Plan => "plan",
        MissingEvidence.Length => "length",
        MissingEvidence.Behavior => "behavior",
        _ => "account",
    };
}
