using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>What the releases of a state told of one organisation in a measure, and what became of its gaps. It holds nothing that they did not tell.</summary>
/// <param name="State">The state.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Title">What people read.</param>
/// <param name="Level">The state, a district or a school.</param>
/// <param name="District">The district; null for the state.</param>
/// <param name="School">The school; null for the others.</param>
/// <param name="Points">The releases that have the organisation in the measure, the newest last.</param>
/// <param name="Trends">Of each group with a reference group: its gap from the first to the last release in which both are shown and of enough students.</param>
public sealed record MeasureHistory(
    string State,
    string Measure,
    string Title,
    OrganisationLevel Level,
    string? District,
    string? School,
    IReadOnlyList<MeasureHistoryPoint> Points,
    IReadOnlyList<ReleasedTrend> Trends);
