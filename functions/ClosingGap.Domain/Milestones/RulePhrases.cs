using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Milestones;

/// <summary>Which phrase tells the threshold that decided.</summary>
internal static class RulePhrases
{
    public static IReadOnlyList<string> Of(MilestonePart part, IndicatorScale scale, Fact fact, VerdictStatus status)
    {
        var isNone = fact.Numerator == 0 && !scale.LowIsWorse && !scale.IsShare;
        if (isNone && status is (VerdictStatus.Met or VerdictStatus.OnTrack))
        {
            return status == VerdictStatus.Met ? ["rule.over"] : [];
        }

        var family = scale.LowIsWorse ? "low"
            : scale.IsShare ? "share"
            : IsAny(part, status) ? "any"
            : "amount";
        var word = status switch
        {
            VerdictStatus.OffTrack => "offTrack",
            VerdictStatus.AtRisk => "atRisk",
            VerdictStatus.Met => "met",
            _ => "onTrack",
        };
        return [$"rule.{family}{(part.Beyond ? "Beyond" : "")}.{word}"];
    }

    /// <summary>A threshold under 1 of what is counted in wholes or halves is spoken of as "any at all".</summary>
    private static bool IsAny(MilestonePart part, VerdictStatus status) => status switch
    {
        VerdictStatus.OffTrack => part.OffTrackNumerator < part.OffTrackDenominator && !part.Beyond,
        VerdictStatus.AtRisk => part.AtRiskNumerator < part.AtRiskDenominator && !part.Beyond,
        _ => false,
    };
}
