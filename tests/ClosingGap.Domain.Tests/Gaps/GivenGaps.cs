using System.Globalization;
using System.Text.Json;
using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;

namespace ClosingGap.Domain.Tests.Gaps;

/// <summary>Figures of groups as tests state them.</summary>
internal static class GivenGaps
{
    public const string Milestone = "milestone.m";

    /// <summary>A group of so many students, with levels of the milestone from off track to met.</summary>
    public static GapFigures Group(long[] levels, string indicators = "{}") =>
        new(levels.Sum(), levels.Sum(), [0, 0, 0, levels.Sum()], new SortedDictionary<string, long[]>(StringComparer.Ordinal) { ["m"] = levels }, Indicators(indicators));

    /// <summary>A group of which so many are chronically absent.</summary>
    public static GapFigures Chronic(long chronic, long of) =>
        new(of, of, [chronic, 0, of - chronic, 0], new SortedDictionary<string, long[]>(StringComparer.Ordinal) { ["m"] = new long[4] }, new IndicatorCounts());

    public static IndicatorCounts Indicators(string json) => JsonSerializer.Deserialize<IndicatorCounts>(json)!;

    /// <summary>Count, sum and sum of squares of a group with this mean and standard deviation, in hundredths.</summary>
    public static string Values(string indicator, long count, long mean, long deviation) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"{{indicator}}":[{{count}},{{count * mean}},{{(deviation * deviation * (count - 1)) + (count * mean * mean)}},{{count}}]}""");

    public static DimensionFigures Dimension(string name, GapFigures all, params (string Name, GapFigures Figures)[] groups) => new(
        GroupDimensions.Find(name)!, GroupSettings.Default, all,
        new SortedDictionary<string, GapFigures>(groups.ToDictionary(group => group.Name, group => group.Figures), StringComparer.Ordinal), new DateOnly(2025, 7, 1), new RateTable(), new RateTable());

    /// <summary>A table of one measure: group, key, how many, of how many.</summary>
    public static RateTable Table(string measure, params (string Group, string Key, long Count, long Of)[] rows)
    {
        var table = new RateTable();
        table.Measures.Add(measure);
        foreach (var (group, key, count, of) in rows)
        {
            if (!table.Groups.TryGetValue(group, out var known))
            {
                table.Groups.Add(group, known = new SortedDictionary<string, long[]>(StringComparer.Ordinal));
            }

            known[key] = [count, of];
        }

        return table;
    }

    public static GroupGap Gap(DimensionFigures figures, string measure, string group) =>
        new GapAnalysis(figures).Find(measure)!.Groups.Single(gap => gap.Group == group);
}
