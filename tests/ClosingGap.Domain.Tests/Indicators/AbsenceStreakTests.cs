using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Tests.Properties;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class AbsenceStreakTests(ITestOutputHelper output)
{
    [Fact]
    public void Measure_AbsencesUpToTheLastDay_AreTheCurrentStreak()
    {
        var fact = Fact(100, [.. Absences(98, 99, 100), .. Absences(40, 41)]);
        Assert.Equal(3, fact.Numerator);
        Assert.Equal(Given.Day(98), fact.Date(AbsenceStreakIndicator.CurrentFrom));
        Assert.Equal(3, fact.Number(AbsenceStreakIndicator.LongestDays));
        Assert.Equal(Given.Day(98), fact.Date(AbsenceStreakIndicator.LongestFrom));
    }

    [Fact]
    public void Measure_PresentOnTheLastDay_HasNoCurrentStreakAndKeepsTheLongest()
    {
        var fact = Fact(100, Absences(10, 11, 12, 13, 98, 99));
        Assert.Equal(0, fact.Numerator);
        Assert.Null(fact.Date(AbsenceStreakIndicator.CurrentFrom));
        Assert.Equal(4, fact.Number(AbsenceStreakIndicator.LongestDays));
        Assert.Equal(Given.Day(10), fact.Date(AbsenceStreakIndicator.LongestFrom));
    }

    [Fact]
    public void Measure_ExcusedDayAmongUnexcused_EndsTheUnexcusedStreakOnly()
    {
        AttendanceMark[] marks = [.. Absences(1, 2, 4, 5, 6), Mark(3, AttendanceCategory.ExcusedAbsence)];
        var fact = Fact(50, marks);
        Assert.Equal(6, fact.Number(AbsenceStreakIndicator.LongestDays));
        Assert.Equal(3, fact.Number(AbsenceStreakIndicator.LongestUnexcusedDays));
        Assert.Equal(Given.Day(4), fact.Date(AbsenceStreakIndicator.LongestUnexcusedFrom));
    }

    [Fact]
    public void Measure_HalfADay_CountsAndATardyDoesNot()
    {
        AttendanceMark[] marks = [.. Absences(1), Mark(2, AttendanceCategory.UnexcusedAbsence, 50), Mark(3, AttendanceCategory.Tardy), Mark(4, AttendanceCategory.UnexcusedAbsence, 49)];
        Assert.Equal(2, Fact(50, marks).Number(AbsenceStreakIndicator.LongestDays));
    }

    [Fact]
    public void Measure_DaysThatWereNotMeasured_NeitherEndNorLengthenAStreak()
    {
        var context = Given.Year(100) with { AttendanceCapture = AttendanceCapture.Positive };
        var marks = Enumerable.Range(1, 100).Where(day => day is not (50 or 51))
            .Select(day => Mark(day, day is 49 or 52 ? AttendanceCategory.UnexcusedAbsence : AttendanceCategory.Present)).ToArray();
        var fact = Measure(Given.Member(marks), context, VerdictSettings.Default);
        Assert.Equal(2, fact.Number(AbsenceStreakIndicator.LongestDays));
        Assert.Equal(Given.Day(49), fact.Date(AbsenceStreakIndicator.LongestFrom));
    }

    [Fact]
    public void Measure_LastSubmittedDayBeforeTheAsOfDate_EndsThere()
    {
        var context = Given.Year(100) with { LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [Given.School] = Given.Day(90) } };
        var fact = Measure(Given.Member(Absences(89, 90)), context, VerdictSettings.Default);
        Assert.Equal(2, fact.Numerator);
        Assert.Equal(Given.Day(90), fact.To);
    }

    [Fact]
    public void Measure_AnyStudent_StreaksAreWithinTheDaysAbsent() => PropertyCheck.Holds(output, Scenario.Any, static scenario =>
    {
        var context = scenario.Context;
        var attendance = AttendanceIndicator.Measure(scenario.Student.Learning, YearMemberships.Of(scenario.Student.Learning, context), context, scenario.Settings.Attendance);
        var (streak, absent) = (attendance.Streak, attendance.Student.Numerator);
        var longest = streak.Number(AbsenceStreakIndicator.LongestDays);
        Assert.InRange(streak.Numerator, 0, longest);
        Assert.InRange(streak.Number(AbsenceStreakIndicator.LongestUnexcusedDays), 0, longest);
        Assert.InRange(longest, Math.Min(absent, 1), absent);
        Assert.Equal(attendance.Student.Missing, streak.Missing);
    });

    private static Fact Fact(int asOfDay, AttendanceMark[] marks) => Measure(Given.Member(marks), Given.Year(asOfDay), VerdictSettings.Default);

    private static Fact Measure(LearningRecord record, SchoolYearContext context, VerdictSettings settings) =>
        AttendanceIndicator.Measure(record, YearMemberships.Of(record, context), context, settings.Attendance).Streak;

    private static AttendanceMark[] Absences(params int[] days) => [.. days.Select(day => Mark(day, AttendanceCategory.UnexcusedAbsence))];

    private static AttendanceMark Mark(int day, AttendanceCategory category, int? duration = null) => new(Given.School, null, Given.Day(day), category, duration);
}
