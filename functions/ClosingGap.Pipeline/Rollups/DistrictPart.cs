namespace ClosingGap.Pipeline.Rollups;

/// <summary>The counts of a district, or those taken back from it.</summary>
/// <param name="Measures">The measures of the rollup that the district counts as the state defines them, in order.</param>
/// <param name="Students">Students in all.</param>
/// <param name="Schools">By school and group (<c>all</c>, or <c>dimension:value</c>): students and outcomes of each measure, in turn.</param>
/// <param name="Names">By school: its name.</param>
public sealed record DistrictPart(
    IReadOnlyList<string> Measures,
    long Students,
    SortedDictionary<string, SortedDictionary<string, long[]>> Schools,
    SortedDictionary<string, string> Names);
