using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>A part of the figures from which gaps between groups are found, for staff of the district.</summary>
/// <param name="District">The district.</param>
/// <param name="School">The school; null for the district.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="YearBegins">The first day of the school year.</param>
/// <param name="Settings">How groups are made and compared.</param>
/// <param name="All">All students.</param>
/// <param name="Groups">By group key: at most <see cref="MostGroups"/>, of a school <see cref="MostGroupsOfSchool"/>.</param>
/// <param name="Months">By group key, and <see cref="GapCounts.All"/>: rates by month, of this school year and of <see cref="YearsBefore"/> before it; empty for a school.</param>
/// <param name="Grades">The same by grade.</param>
public sealed record GapPage(
    string District,
    string? School,
    long Version,
    DateOnly AsOf,
    int SchoolYear,
    DateOnly YearBegins,
    GroupSettings Settings,
    GapFigures All,
    SortedDictionary<string, GapFigures> Groups,
    RateTable Months,
    RateTable Grades)
{
    /// <summary>Groups on a page of a district, with months and grades: so that it stays under 100 KB with every shipped milestone in use and three years of months.</summary>
    public const int MostGroups = 4;

    /// <summary>School years before the present one whose months are kept.</summary>
    public const int YearsBefore = 2;

    /// <summary>The same of a school, without.</summary>
    public const int MostGroupsOfSchool = 36;
}
