using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Pipeline.Computing;

/// <summary>What the computation of every shard of a version shares; fixed once, before the first.</summary>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="AsOf">The as-of date of every verdict on the roster's data.</param>
/// <param name="Capture">How attendance is given.</param>
/// <param name="LastSubmitted">By school: the last day with any attendance row in the school year.</param>
/// <param name="Tables">Which tables the snapshot holds.</param>
/// <param name="Lms">The sources with LMS data, by name; each has a school year and an as-of date of its own.</param>
/// <param name="DistrictSourcedId">The district's own org, or null.</param>
/// <param name="Milestones">The definitions that are applied, all versions of them.</param>
/// <param name="Profile">The profile whose settings hold.</param>
/// <param name="Scrub">True when every student document is looked at, whether or not it changed.</param>
/// <param name="Rules">A hash of the definitions and settings: by other rules another past is no correction.</param>
/// <param name="Hash">A hash of everything above and of the tables that are not split: equal hash, equal verdicts.</param>
public sealed record ComputeContext(
    int SchoolYear,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly AsOf,
    AttendanceCapture Capture,
    SortedDictionary<string, DateOnly> LastSubmitted,
    SnapshotTables Tables,
    IReadOnlyList<LmsContext> Lms,
    string? DistrictSourcedId,
    IReadOnlyList<MilestoneDefinition> Milestones,
    string Profile,
    bool Scrub,
    string Rules,
    string Hash)
{
    /// <summary>How cohorts of the district grew from the last school year's tests to this one's.</summary>
    public IReadOnlyList<GrowthNorm> GrowthNorms { get; init; } = [];

    /// <summary>By which groups figures are counted and compared.</summary>
    public GroupSettings Groups { get; init; } = GroupSettings.Default;

    /// <summary>Where the roster holds the state's id of a student; null: nowhere.</summary>
    public string? StateId { get; init; }

    /// <summary>The as-of date of what a source brings: its own where it holds an LMS and not the roster.</summary>
    public DateOnly AsOfOf(string? source) =>
        Lms.FirstOrDefault(lms => string.Equals(lms.Source, source, StringComparison.Ordinal) && !lms.HoldsRoster)?.AsOf ?? AsOf;
}
