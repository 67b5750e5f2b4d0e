namespace ClosingGap.Domain.Settings;

/// <summary>What a district may set about growth and progress on tests.</summary>
public sealed record GrowthSettings
{
    /// <summary>How many students a cohort must have before anyone is ranked in it. Students; default 100, range 50 to 100,000.</summary>
    public int MinimumCohort { get; init; } = Growth.GrowthPercentile.MinimumCohort;

    /// <summary>Goals on tests that are taken several times a year; at most one for each test.</summary>
    public IReadOnlyList<ProgressGoal> Goals { get; init; } = [];
}
