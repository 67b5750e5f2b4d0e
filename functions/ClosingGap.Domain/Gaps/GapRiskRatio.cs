using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>How many times as often an adverse outcome befalls the group as all other students.</summary>
/// <param name="Outcome">Whether there is a ratio, and if not, why.</param>
/// <param name="Ratio">The ratio with its interval; null without one.</param>
/// <param name="Others">All other students, of the district or school.</param>
public sealed record GapRiskRatio(RiskRatioOutcome Outcome, GapInterval? Ratio, GapSide Others)
{
    /// <summary>The ratio of a group and all students, of which it is a part.</summary>
    internal static GapRiskRatio Of(Rate group, Rate all, Rate? stateOthers, RiskRatioMinimums minimums)
    {
        var others = new Rate(all.Count - group.Count, all.Of - group.Of);
        var ratio = RiskRatio.Of(group, others, stateOthers, minimums);
        return new(ratio.Outcome, GapInterval.From(ratio.Ratio), GapSide.Of(others));
    }
}
