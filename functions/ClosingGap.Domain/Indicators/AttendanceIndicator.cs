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
    private const int MostDays = 400;

    public const string MemberDays = "memberDays";
    public const string UnmeasuredDays = "unmeasuredDays";
    public const string MeasuredThroughDate = "measuredThrough";

    /// <summary>Measures one student.</summary>
    public static AttendanceMeasure Measure(
        LearningRecord record, YearMemberships memberships, SchoolYearContext context, AttendanceSettings settings)
    {
        var (student, streak, schools) = Measure(record, memberships, context, settings, withStreak: true);
        return new AttendanceMeasure(student, streak!, schools);
    }

    /// <summary>Measures one student across schools alone, without days in a row.</summary>
    public static Fact MeasureStudent(LearningRecord record, YearMemberships memberships, SchoolYearContext context, AttendanceSettings settings) =>
        Measure(record, memberships, context, settings, withStreak: false).Student;

    private static (Fact Student, Fact? Streak, IReadOnlyList<Fact> Schools) Measure(
        LearningRecord record, YearMemberships memberships, SchoolYearContext context, AttendanceSettings settings, bool withStreak)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var length = Math.Max(0, context.LastDay.DayNumber - context.FirstDay.DayNumber + 1);

        // Four bytes a day: those of the student, of one more school, and of the rows. A school year has some 300 days.
        Span<byte> scratch = length <= MostDays ? stackalloc byte[4 * MostDays] : new byte[4 * length];
        scratch = scratch[..(4 * length)];
        var student = scratch[..length];
        student.Clear();
        var school = scratch[length..(2 * length)];
        var days = new DayStates(record, context, settings, scratch[(2 * length)..]);
        var facts = new List<Fact>(2);
        var spans = memberships.Spans;
        for (var i = 0; i < spans.Length;)
        {
            var id = spans[i].Membership.SchoolSourcedId;
            // The first school's days are the student's own; of another they are marked apart, then added.
            var isFirst = facts.Count == 0;
            var marked = isFirst ? student : school;
            if (!isFirst)
            {
                school.Clear();
            }

            days.Read(id);
            for (; i < spans.Length && string.Equals(spans[i].Membership.SchoolSourcedId, id, StringComparison.Ordinal); i++)
            {
                days.Mark(context.Calendar.For(id).Within(spans[i].From, spans[i].Through), marked);
            }

            facts.Add(MakeFact(id, marked, context));
            if (!isFirst)
            {
                AddSchool(student, school);
            }
        }

        var fact = MakeFact(null, student, context);
        return (fact, withStreak ? AbsenceStreakIndicator.Measure(student, fact, record, context, settings) : null, facts);
    }

    /// <summary>A day measured at one school is measured; of two schools the greater absence counts, never both.</summary>
    private static void AddSchool(Span<byte> student, ReadOnlySpan<byte> school)
    {
        for (var day = 0; day < student.Length; day++)
        {
            student[day] = Math.Max(student[day], school[day]);
        }
    }

    private static Fact MakeFact(string? school, ReadOnlySpan<byte> days, SchoolYearContext context)
    {
        long unmeasured = days.Count(DayStates.Unmeasured), present = days.Count(DayStates.Present);
        long half = days.Count((byte)(DayStates.Present + 1)), whole = days.Count((byte)(DayStates.Present + 2));
        var (member, absent) = (present + half + whole, half + (2 * whole));
        var (first, last) = (days.IndexOfAnyInRange(DayStates.Present, byte.MaxValue), days.LastIndexOfAnyInRange(DayStates.Present, byte.MaxValue));

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
