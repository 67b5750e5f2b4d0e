using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>What one release told of an organisation in a measure.</summary>
/// <param name="Release">The release.</param>
/// <param name="Date">The day of its rollup.</param>
/// <param name="Kind">Why it was made.</param>
/// <param name="Label">The calendar's label, or null.</param>
/// <param name="Version">The version of the measure's definition.</param>
/// <param name="Values">The groups.</param>
public sealed record MeasureHistoryPoint(string Release, DateOnly Date, ReleaseKind Kind, string? Label, int Version, IReadOnlyList<ShownCell> Values);
