using ClosingGap.Domain.Groups;
using ClosingGap.Domain.History;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Gaps;

/// <summary>Counts students' settled months into rates by group. Made once for a shard; not safe to share between threads.</summary>
/// <param name="months">The settled months of the school year.</param>
public sealed class MonthlyRates(HistoryMonths months)
{
    private static readonly string?[] s_toldAt =
        [.. MeasuredIndicator.All.Select(indicator => indicator.Id is IndicatorIds.CourseFailures or IndicatorIds.SuspensionDays ? indicator.Id : null)];

    private readonly RateMeasures _measures = RateMeasures.OfPast(months.Milestones.Definitions.Select(definition => definition.Id));
    private readonly AttendanceThresholds[] _thresholds = [.. months.Months.Select(month => AttendanceThresholds.Of(months.Milestones.InForceOn(month.AsOf).Definitions))];

    /// <summary>
    /// Counts one student in, in each month by whose end the student had a membership in the school year. Groups are those of the month's end,
    /// by the data known now; so are verdicts.
    /// </summary>
    public void Add(GapCounts counts, StudentRecord student, StudentResult result, StudentHistory history)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(history);
        if (months.Months.Count == 0 || history.Points.Count == 0 || FirstMember(student) is not { } first)
        {
            return;
        }

        var steady = StudentGroups.AreSteady(student, months.Months[0].AsOf, result.AsOf) ? KeysOf(result.Groups) : null;
        var state = new PointState();
        for (var i = 0; i < Math.Min(months.Months.Count, history.Points.Count); i++)
        {
            state.Apply(history.Points[i]);
            var month = months.Months[i];
            if (first <= month.AsOf && history.Points[i].On == month.AsOf)
            {
                var outcomes = _measures.Outcomes(state.StatusOf, BandOf(state, _thresholds[i]), place => AnyOf(state, place));
                var groups = steady ?? KeysOf(StudentGroups.Of(student, result.GradeLevel, month));
                counts.Months.Add(groups, month.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), _measures, outcomes);
            }
        }
    }

    private DateOnly? FirstMember(StudentRecord student)
    {
        DateOnly? first = null;
        foreach (ref readonly var span in YearMemberships.Of(student.Learning, months.Months[^1]).Spans)
        {
            first = first is null || span.From < first ? span.From : first;
        }

        return first;
    }

    private static string[] KeysOf(IReadOnlyList<GroupMembership> groups) => [.. groups.Select(group => group.Key), GapCounts.All];

    private static AttendanceBand BandOf(PointState state, AttendanceThresholds thresholds) =>
        state.NumbersOf(IndicatorIds.AttendanceRate) is [var absent, var member] ? thresholds.BandOf(absent, member) : AttendanceBand.NotMeasured;

    private static bool? AnyOf(PointState state, int place) =>
        s_toldAt[place] is { } indicator && state.NumbersOf(indicator) is [var count, ..] ? count > 0 : null;
}
