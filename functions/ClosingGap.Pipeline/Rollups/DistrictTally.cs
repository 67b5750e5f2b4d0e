using ClosingGap.Domain.Groups;
using ClosingGap.Pipeline.Contributing;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Counts the lines of one district by school, group and measure.</summary>
internal sealed class DistrictTally
{
    private readonly List<(string Id, int Column)> _measures;
    private readonly SortedDictionary<string, SortedDictionary<string, long[]>> _schools = new(StringComparer.Ordinal);
    private long _students;

    /// <param name="counted">The measures of the rollup.</param>
    /// <param name="given">Those of the district's lines. One that the district defines otherwise is not counted: it would not compare.</param>
    public DistrictTally(IReadOnlyList<ContributionMeasure> counted, IReadOnlyList<ContributionMeasure> given)
    {
        _measures =
        [
            .. counted
                .Select(measure => (measure.Id, Column: IndexOf(given, measure)))
                .Where(measure => measure.Column >= 0),
        ];
    }

    /// <summary>Whether two districts, or a district and its state, mean the same by a measure.</summary>
    public static bool IsSame(ContributionMeasure one, ContributionMeasure other) =>
        string.Equals(one.Id, other.Id, StringComparison.Ordinal) && one.Version == other.Version
        && string.Equals(one.Definition, other.Definition, StringComparison.Ordinal);

    public void Add(ContributionLine line)
    {
        _students++;
        if (!_schools.TryGetValue(line.School, out var groups))
        {
            _schools[line.School] = groups = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        }

        Count(groups, StateTable.All, line.Outcomes);
        var missing = new HashSet<string>(StateDimensions.All, StringComparer.Ordinal);
        foreach (var group in line.Groups)
        {
            // A student has one group of a dimension that adds up; were there a second one, it would not be counted.
            if (missing.Remove(GroupDimensions.OfKey(group)))
            {
                Count(groups, group, line.Outcomes);
            }
        }

        foreach (var dimension in missing)
        {
            Count(groups, $"{dimension}:{StateDimensions.NotReported}", line.Outcomes);
        }
    }

    public DistrictPart ToPart(SortedDictionary<string, string> names) => new([.. _measures.Select(measure => measure.Id)], _students, _schools, names);

    private void Count(SortedDictionary<string, long[]> groups, string group, string outcomes)
    {
        if (!groups.TryGetValue(group, out var counts))
        {
            groups[group] = counts = new long[_measures.Count * 2];
        }

        for (var i = 0; i < _measures.Count; i++)
        {
            var (students, having) = StateMeasures.Count(outcomes[_measures[i].Column]);
            counts[2 * i] += students;
            counts[(2 * i) + 1] += having;
        }
    }

    private static int IndexOf(IReadOnlyList<ContributionMeasure> given, ContributionMeasure wanted)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (IsSame(given[i], wanted))
            {
                return i;
            }
        }

        return -1;
    }
}
