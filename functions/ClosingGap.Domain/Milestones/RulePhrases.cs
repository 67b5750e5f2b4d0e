using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>Which phrase tells the threshold that decided.</summary>
internal static class RulePhrases
{
    public static IReadOnlyList<string> Of(MilestonePart part, IndicatorScale scale, Fact fact, VerdictStatus status, bool isOver)
    {
        var isNone = fact.Numerator == 0 && !scale.LowIsWorse && !scale.IsShare;
        if (isNone && status is (VerdictStatus.Met or VerdictStatus.OnTrack))
        {
            return status == VerdictStatus.OnTrack ? [] : [MeansNone(part) ? "rule.any.met" : $"rule.amount{(part.Beyond ? "Beyond" : "")}.met"];
        }

        var family = scale.LowIsWorse ? "low"
            : scale.IsShare ? "share"
            : IsAny(part, status) ? "any"
            : status == VerdictStatus.OffTrack && MeansNone(part) ? "amountNone"
            : "amount";
        var word = status switch
        {
            VerdictStatus.OffTrack => isOver && string.Equals(family, "amountNone", StringComparison.Ordinal) ? "over" : "offTrack",
            VerdictStatus.AtRisk => "atRisk",
            VerdictStatus.Met => "met",
            _ => "onTrack",
        };
        return [$"rule.{family}{(part.Beyond ? "Beyond" : "")}.{word}"];
    }

    /// <summary>Whether the first threshold is reached by one of what is counted, or by less.</summary>
    private static bool MeansNone(MilestonePart part) => !part.Beyond
        && (part.AtRiskNumerator is { } atRisk ? atRisk <= part.AtRiskDenominator : part.OffTrackNumerator <= part.OffTrackDenominator);

    /// <summary>A threshold under 1 of what is counted in wholes or halves is spoken of as "any at all".</summary>
    private static bool IsAny(MilestonePart part, VerdictStatus status) => status switch
    {
        VerdictStatus.OffTrack => part.OffTrackNumerator < part.OffTrackDenominator && !part.Beyond,
        VerdictStatus.AtRisk => part.AtRiskNumerator < part.AtRiskDenominator && !part.Beyond,
        _ => false,
    };
}
