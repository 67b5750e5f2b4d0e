namespace ClosingGap.Pipeline.Rollups;

/// <summary>The limits of state rollups; section <c>ClosingGap:Rollups</c> of the configuration.</summary>
public sealed class RollupOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "ClosingGap:Rollups";

    /// <summary>How old a district's as-of date may be on the day of a rollup before the district is marked late.</summary>
    /// <value>Days; default 3; 0 to 60.</value>
    public int LateAfterDays { get; set; } = 3;

    /// <summary>For how long the inputs and the work of a rollup that was not released are kept.</summary>
    /// <value>Days; default 30; 2 to 400.</value>
    public int KeepDays { get; set; } = 30;

    /// <summary>In how many districts a state id may be before it is not taken for one student's.</summary>
    /// <value>Districts; default 8; 2 to 100.</value>
    public int MostDistrictsOfStudent { get; set; } = 8;

    /// <summary>How many earlier releases, the newest first, a candidate is protected against.</summary>
    /// <value>Releases; default 24; 1 to 200.</value>
    public int EarlierReleases { get; set; } = 24;
}
