using ClosingGap.Domain.Summaries;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>The figures of a district; each student counts once.</summary>
/// <param name="District">The district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="PublishedAt">When this version was made.</param>
/// <param name="DropId">The drop that made it.</param>
/// <param name="Students">Students with a membership in the school year.</param>
/// <param name="InstructionalDays">The most instructional days that any school had up to the as-of date.</param>
/// <param name="Figures">The counts.</param>
/// <param name="Schools">The schools.</param>
public sealed record DistrictSummary(
    string District,
    string Name,
    long Version,
    DateOnly AsOf,
    int SchoolYear,
    DateTimeOffset PublishedAt,
    string DropId,
    long Students,
    int InstructionalDays,
    Tally Figures,
    IReadOnlyList<SchoolLine> Schools)
{
    /// <summary>By dimension and value: the counts of groups. Stored apart, and put in when the summary is read.</summary>
    public SortedDictionary<string, SortedDictionary<string, Tally>>? Groups { get; init; }
}
