namespace ClosingGap.Domain.Statistics;

/// <summary>How many times as often something befalls one group as another.</summary>
/// <param name="Outcome">Whether there is a ratio, and if not, why.</param>
/// <param name="Ratio">The ratio with its interval; null without one.</param>
public readonly record struct RiskRatio(RiskRatioOutcome Outcome, Interval? Ratio)
{
    /// <summary>
    /// The ratio of two rates, with the interval exp(ln RR ± z·√(1/x1 − 1/n1 + 1/x2 − 1/n2)) (Katz et al. 1978), under the minimums of
    /// 34 CFR 300.647.
    /// </summary>
    /// <param name="group">The group asked about.</param>
    /// <param name="comparison">All other students of the district.</param>
    /// <param name="state">All other students of the state: the comparison of the alternate risk ratio, taken where the district's misses a minimum; or null.</param>
    /// <param name="minimums">The minimums.</param>
    /// <param name="level">The confidence level.</param>
    public static RiskRatio Of(Rate group, Rate comparison, Rate? state, RiskRatioMinimums minimums, double level = Confidence.Default)
    {
        ArgumentNullException.ThrowIfNull(minimums);
        if (!minimums.AreMetBy(group))
        {
            return new(RiskRatioOutcome.GroupBelowMinimum, null);
        }

        var isAlternate = !minimums.AreMetBy(comparison);
        if (isAlternate && (state is null || !minimums.AreMetBy(state.Value)))
        {
            return new(RiskRatioOutcome.ComparisonBelowMinimum, null);
        }

        var against = isAlternate ? state!.Value : comparison;
        if (group.Count == 0 || against.Count == 0)
        {
            return new(RiskRatioOutcome.ZeroCell, null);
        }

        var ratio = group.Share / against.Share;
        var error = Math.Sqrt((1d / group.Count) - (1d / group.Of) + (1d / against.Count) - (1d / against.Of));
        var reach = Math.Exp(Confidence.Normal(level) * error);
        return new(isAlternate ? RiskRatioOutcome.AlternateRatio : RiskRatioOutcome.Ratio, new Interval(ratio, ratio / reach, ratio * reach));
    }
}
