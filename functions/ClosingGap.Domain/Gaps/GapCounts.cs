using System.Text.Json.Serialization;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Gaps;

/// <summary>What gaps need beside the tallies: values of indicators, and rates by month and by grade. Merging is associative and commutative.</summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class GapCounts
{
    /// <summary>Stands for all students, where else a group's key stands.</summary>
    public const string All = "all";

    private RateMeasures? _measures;

    /// <summary>Group key, or <see cref="All"/> → the values of its students.</summary>
    public SortedDictionary<string, IndicatorCounts> Indicators { get; } = new(StringComparer.Ordinal);

    /// <summary>Group key, or <see cref="All"/> → subject → students by performance level, lowest first.</summary>
    public SortedDictionary<string, SortedDictionary<string, long[]>> Levels { get; } = new(StringComparer.Ordinal);

    /// <summary>Rates by the student's grade.</summary>
    public RateTable Grades { get; } = new();

    /// <summary>Rates at the end of each settled month.</summary>
    public RateTable Months { get; } = new();

    /// <summary>Counts one student of the district in, with rates by grade.</summary>
    internal void Add(StudentResult result)
    {
        var values = IndicatorCounts.ValuesOf(result);
        AddValues(result, values);
        if (_measures?.Fit(result.Verdicts) != true)
        {
            _measures = RateMeasures.Of(result.Verdicts);
        }

        var verdict = 0;
        var outcomes = _measures.Outcomes(_ => result.Verdicts[verdict++].Status, result.AttendanceBand, place => IndicatorCounts.HasAny(values, place));
        var groups = result.Groups.Where(group => !string.Equals(group.Dimension, GroupDimensions.Grade, StringComparison.Ordinal)).Select(group => group.Key);
        Grades.Add(groups.Append(All), result.GradeLevel ?? StudentGroups.Unknown, _measures, outcomes);
    }

    /// <summary>Counts one student in, in a school: attendance is the school's own part.</summary>
    internal void Add(StudentResult result, SchoolResult school)
    {
        var values = IndicatorCounts.ValuesOf(result);
        IndicatorCounts.Replace(
            values, IndicatorIds.AttendanceRate, school.Band == AttendanceBand.NotMeasured || school.MemberHalfDays == 0 ? null : (school.AbsentHalfDays, school.MemberHalfDays));
        AddValues(result, values);
    }

    /// <summary>Adds the counts of other students.</summary>
    public void Merge(GapCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (group, counts) in other.Indicators)
        {
            CountsOf(group).Merge(counts);
        }

        foreach (var (group, subjects) in other.Levels)
        {
            foreach (var (subject, levels) in subjects)
            {
                var own = LevelsOf(group, subject, levels.Length);
                for (var i = 0; i < levels.Length; i++)
                {
                    own[i] += levels[i];
                }
            }
        }

        Grades.Merge(other.Grades);
        Months.Merge(other.Months);
    }

    private void AddValues(StudentResult result, long[] values)
    {
        CountsOf(All).Add(values);
        foreach (var group in result.Groups)
        {
            CountsOf(group.Key).Add(values);
        }

        foreach (var level in result.Levels)
        {
            LevelsOf(All, level.Subject, level.Levels)[level.Level]++;
            foreach (var group in result.Groups)
            {
                LevelsOf(group.Key, level.Subject, level.Levels)[level.Level]++;
            }
        }
    }

    /// <summary>All shards are counted by the same settings; where tables of others are merged, the longer list of levels holds.</summary>
    private long[] LevelsOf(string group, string subject, int count)
    {
        if (!Levels.TryGetValue(group, out var subjects))
        {
            Levels.Add(group, subjects = new SortedDictionary<string, long[]>(StringComparer.Ordinal));
        }

        if (!subjects.TryGetValue(subject, out var levels) || levels.Length < count)
        {
            var longer = new long[count];
            levels?.CopyTo(longer, 0);
            subjects[subject] = levels = longer;
        }

        return levels;
    }

    private IndicatorCounts CountsOf(string group)
    {
        if (!Indicators.TryGetValue(group, out var counts))
        {
            Indicators.Add(group, counts = new IndicatorCounts());
        }

        return counts;
    }
}
