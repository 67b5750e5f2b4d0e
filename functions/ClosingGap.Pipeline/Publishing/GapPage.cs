using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>A part of the figures from which gaps between groups are found, for staff of the district.</summary>
/// <param name="District">The district.</param>
/// <param name="School">The school; null for the district.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="Settings">How groups are made and compared.</param>
/// <param name="All">All students.</param>
/// <param name="Groups">By group key: at most <see cref="MostGroups"/>.</param>
/// <param name="Months">By group key, and <see cref="GapCounts.All"/>: rates by month; empty for a school.</param>
/// <param name="Grades">The same by grade.</param>
public sealed record GapPage(
    string District,
    string? School,
    long Version,
    DateOnly AsOf,
    int SchoolYear,
    GroupSettings Settings,
    GapFigures All,
    SortedDictionary<string, GapFigures> Groups,
    RateTable Months,
    RateTable Grades)
{
    /// <summary>So that a page stays under 100 KB.</summary>
    public const int MostGroups = 12;
}
