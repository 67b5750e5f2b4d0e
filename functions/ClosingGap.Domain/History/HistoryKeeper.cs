using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.History;

/// <summary>
/// Keeps a student's history: made anew from the data where the rows of settled months, or the rules, are other than those it was made from;
/// otherwise taken over, with the months that were settled since. What is otherwise by the same rules was corrected.
/// </summary>
public static class HistoryKeeper
{
    private static readonly string[] s_told =
        [IndicatorIds.AttendanceRate, IndicatorIds.CourseFailures, IndicatorIds.CreditsEarned, IndicatorIds.SuspensionDays];

    /// <summary>The history of a student as of now.</summary>
    public static StudentHistory Keep(StudentRecord student, HistoryMonths months, StudentHistory? before, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(months);
        if (months.Months.Count == 0)
        {
            return new StudentHistory(asOf, months.Rules, "", [], []);
        }

        // An older export computed again knows less; that corrects nothing, and what was noticed after it is not known to it.
        var known = before is not null && before.AsOf <= asOf && string.Equals(before.Rules, months.Rules, StringComparison.Ordinal) ? before : null;
        var rows = PastRows.NameOf(student.Learning, months.Months[^1], months.Shared);
        if (known is not null && string.Equals(known.Rows, rows, StringComparison.Ordinal))
        {
            return known with { AsOf = asOf };
        }

        var points = Points(student, months);
        IReadOnlyList<Correction> corrections = before is not null && before.AsOf <= asOf ? before.Corrections : [];
        if (known is not null && Compare(known.Points, points, asOf) is { } correction)
        {
            corrections = [.. corrections.Prepend(correction).Take(StudentHistory.MostCorrections)];
        }

        return new StudentHistory(asOf, months.Rules, rows, points, corrections);
    }

    /// <summary>A milestone's status at the end of the last settled month, and the first month's end from which on it was that; null when no month tells it.</summary>
    public static (VerdictStatus Status, DateOnly Since)? Last(StudentHistory history, string milestone)
    {
        ArgumentNullException.ThrowIfNull(history);
        for (var i = history.Points.Count - 1; i >= 0; i--)
        {
            if (history.Points[i].Verdicts.TryGetValue(milestone, out var status))
            {
                return (status, history.Points[i].On);
            }
        }

        return null;
    }

    private static List<HistoryPoint> Points(StudentRecord student, HistoryMonths months)
    {
        var points = new List<HistoryPoint>(months.Months.Count);
        var facts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var statuses = new Dictionary<string, VerdictStatus>(StringComparer.Ordinal);
        foreach (var month in months.Months)
        {
            var result = StudentAssessment.Assess(student, month, months.Settings, months.Milestones);
            var (newFacts, newStatuses) = (new SortedDictionary<string, long[]>(StringComparer.Ordinal), new SortedDictionary<string, VerdictStatus>(StringComparer.Ordinal));
            foreach (var indicator in s_told)
            {
                if (result.Fact(indicator) is not { Missing: MissingEvidence.None } fact)
                {
                    // Measured before and not any more, as with a suspension that is recorded without its length.
                    if (facts.Remove(indicator))
                    {
                        newFacts[indicator] = [];
                    }
                }
                else if (!(facts.TryGetValue(indicator, out var known) && known[0] == fact.Numerator && known[1] == fact.Denominator))
                {
                    newFacts[indicator] = facts[indicator] = [fact.Numerator, fact.Denominator];
                }
            }

            foreach (var verdict in result.Verdicts)
            {
                if (!(statuses.TryGetValue(verdict.MilestoneId, out var known) && known == verdict.Status))
                {
                    newStatuses[verdict.MilestoneId] = statuses[verdict.MilestoneId] = verdict.Status;
                }
            }

            points.Add(new HistoryPoint(month.AsOf, newFacts, newStatuses));
        }

        return points;
    }

    /// <summary>What is otherwise in the months that both tell.</summary>
    private static Correction? Compare(IReadOnlyList<HistoryPoint> before, List<HistoryPoint> after, DateOnly asOf)
    {
        var (indicators, milestones) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        DateOnly? from = null;
        var (was, now) = (new PointState(), new PointState());
        for (var i = 0; i < Math.Min(before.Count, after.Count) && before[i].On == after[i].On; i++)
        {
            was.Apply(before[i]);
            now.Apply(after[i]);
            var known = indicators.Count + milestones.Count;
            was.Differences(now, indicators, milestones);
            from = from is null && indicators.Count + milestones.Count > known ? after[i].On : from;
        }

        return from is { } first ? new Correction(asOf, first, [.. indicators], [.. milestones]) : null;
    }
}
