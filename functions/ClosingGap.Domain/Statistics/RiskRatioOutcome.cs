namespace ClosingGap.Domain.Statistics;

/// <summary>Whether a risk ratio could be formed.</summary>
public enum RiskRatioOutcome
{
    /// <summary>Against all other students of the district.</summary>
    Ratio,

    /// <summary>Against all other students of the state, because the district's own comparison group is too small.</summary>
    AlternateRatio,

    /// <summary>The group misses a minimum: no ratio.</summary>
    GroupBelowMinimum,

    /// <summary>Both comparison groups miss a minimum: no ratio.</summary>
    ComparisonBelowMinimum,

    /// <summary>Nobody in one of the two is concerned: no ratio, which is not a ratio of zero.</summary>
    ZeroCell,
}
