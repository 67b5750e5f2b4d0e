using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>What a released data set is: whose figures, by which definitions and rules. Written beside the data.</summary>
/// <param name="Release">The release, <c>release-TX-3</c>.</param>
/// <param name="Kind">Why it was made.</param>
/// <param name="Label">The calendar's label, or null.</param>
/// <param name="Reason">What it corrects, or null.</param>
/// <param name="Rollup">The rollup.</param>
/// <param name="Date">The rollup's day.</param>
/// <param name="Rules">The rules of protection.</param>
/// <param name="Percents">The percents of all measures by how they are shown. How many cells are suppressed for what reason is not told: that none is there to cover another says how small all are.</param>
/// <param name="Measures">The measures, each with the version of its definition.</param>
/// <param name="Counts">Districts by how they take part.</param>
/// <param name="Districts">Every district, with how it takes part and the date of its figures.</param>
public sealed record DataSetMetadata(
    string Release,
    ReleaseKind Kind,
    string? Label,
    string? Reason,
    string Rollup,
    DateOnly Date,
    ReleaseRules Rules,
    ProtectionSummary? Percents,
    IReadOnlyList<ReleasedMeasure> Measures,
    ReleasedCounts Counts,
    IReadOnlyList<ReleasedDistrict> Districts);
