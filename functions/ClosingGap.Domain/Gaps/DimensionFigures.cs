using ClosingGap.Domain.Groups;

namespace ClosingGap.Domain.Gaps;

/// <summary>The figures of all groups of a dimension: what gaps are found from.</summary>
/// <param name="Dimension">The dimension, with the district's reference.</param>
/// <param name="Settings">The district's settings.</param>
/// <param name="All">All students.</param>
/// <param name="Groups">By group.</param>
/// <param name="YearBegins">The first day of the school year: earlier months are of years before.</param>
/// <param name="Months">By group: rates at the end of each settled month, of this school year and of those kept before it; empty where they are not told.</param>
/// <param name="Grades">The same by grade.</param>
public sealed record DimensionFigures(
    GroupDimension Dimension,
    GroupSettings Settings,
    GapFigures All,
    SortedDictionary<string, GapFigures> Groups,
    DateOnly YearBegins,
    RateTable Months,
    RateTable Grades);
