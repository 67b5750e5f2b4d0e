using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Half days absent of half days of membership, per school and across schools. A day is a membership day when it is
/// instructional in the school's calendar, lies in a membership and in the school year, is not after the as-of date, and was
/// measured; a day that was not measured is neither present nor absent. Terms after EDFacts FS195.
/// </summary>
public static class AttendanceIndicator
{
    public const string MemberDays = "memberDays";
    public const string UnmeasuredDays = "unmeasuredDays";
    public const string MeasuredThroughDate = "measuredThrough";

    /// <summary>Measures one student.</summary>
    public static AttendanceMeasure Measure(
        LearningRecord record, YearMemberships memberships, SchoolYearContext context, AttendanceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var length = Math.Max(0, context.LastDay.DayNumber - context.FirstDay.DayNumber + 1);
        var days = new DayStates(record, context, settings, length);
        var student = new byte[length];
        var school = new byte[length];
        var facts = new List<Fact>(2);
        var spans = memberships.Spans;
        for (var i = 0; i < spans.Length;)
        {
            var id = spans[i].Membership.SchoolSourcedId;
            Array.Clear(school);
            days.Read(id);
            for (; i < spans.Length && string.Equals(spans[i].Membership.SchoolSourcedId, id, StringComparison.Ordinal); i++)
            {
                MarkSpan(spans[i], days, context, school);
            }

            facts.Add(MakeFact(id, school, context));
            for (var day = 0; day < length; day++)
            {
                // A day measured at one school is measured; of two schools the greater absence counts, never both.
                student[day] = Math.Max(student[day], school[day]);
            }
        }

        var fact = MakeFact(null, student, context);
        return new AttendanceMeasure(fact, AbsenceStreakIndicator.Measure(student, fact, record, context, settings), facts);
    }

    private static void MarkSpan(MembershipInYear span, DayStates days, SchoolYearContext context, byte[] states)
    {
        foreach (var day in context.Calendar.For(span.Membership.SchoolSourcedId).Within(span.From, span.Through))
        {
            var index = day.DayNumber - context.FirstDay.DayNumber;
            states[index] = days.State(index);
        }
    }

    private static Fact MakeFact(string? school, byte[] states, SchoolYearContext context)
    {
        long member = 0, absent = 0, unmeasured = 0;
        int first = -1, last = -1;
        for (var day = 0; day < states.Length; day++)
        {
            switch (states[day])
            {
                case DayStates.NoMember:
                    continue;
                case DayStates.Unmeasured:
                    unmeasured++;
                    continue;
                default:
                    member++;
                    absent += states[day] - DayStates.Present;
                    first = first < 0 ? day : first;
                    last = day;
                    continue;
            }
        }

        var missing = !context.Holds(SnapshotTables.Attendance) ? MissingEvidence.Table
            : member > 0 ? MissingEvidence.None
            : unmeasured > 0 ? MissingEvidence.Submission
            : MissingEvidence.Membership;
        var from = context.FirstDay.AddDays(Math.Max(first, 0));
        var to = last < 0 ? context.AsOf : context.FirstDay.AddDays(last);
        return new Fact(
            IndicatorIds.AttendanceRate, school, absent, member * 2, FactUnit.HalfDays, from, to, context.AsOf, missing,
            [new(MemberDays, member), new(UnmeasuredDays, unmeasured), new(MeasuredThroughDate, null, to)]);
    }
}
