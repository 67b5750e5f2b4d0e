using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Gaps;

/// <summary>Finds the performance levels of a student, where the district says in which order they stand.</summary>
public static class TestLevels
{
    /// <summary>Of each subject the newest result of the school year up to the as-of date with a level that the district names; of one day the highest. By subject.</summary>
    public static IReadOnlyList<TestLevel> Of(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        var names = context.Groups.PerformanceLevels;
        if (names.Count == 0 || record.Assessments.Length == 0)
        {
            return [];
        }

        var newest = new SortedDictionary<string, (DateOnly Date, int Level)>(StringComparer.Ordinal);
        foreach (ref readonly var result in record.Assessments.AsSpan())
        {
            if (result is { WasNotTested: false, Date: { } date } && date >= context.FirstDay && date <= context.Through
                && LevelOf(result.PerformanceLevel, names) is var level and >= 0
                && context.Assessments.TryGetValue(result.AssessmentIdentifier, out var test) && !string.IsNullOrWhiteSpace(test.Subject))
            {
                var subject = test.Subject.Trim();
                newest[subject] = newest.TryGetValue(subject, out var known) && known.CompareTo((date, level)) > 0 ? known : (date, level);
            }
        }

        return [.. newest.Select(pair => new TestLevel(pair.Key, pair.Value.Level, names.Count))];
    }

    private static int LevelOf(string? level, IReadOnlyList<string> names)
    {
        for (var i = 0; level is not null && i < names.Count; i++)
        {
            if (string.Equals(level.Trim(), names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
