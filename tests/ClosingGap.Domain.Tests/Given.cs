using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests;

/// <summary>What tests start from: a school year of 180 weekdays at two schools, and the four definitions.</summary>
internal static class Given
{
    public const string School = "school-1";
    public const string OtherSchool = "school-2";
    public const string District = "district";
    public static readonly DateOnly FirstDay = new(2025, 8, 18);
    public static readonly DateOnly LastDay = new(2026, 7, 31);

    /// <summary>180 weekdays from the first day on.</summary>
    public static readonly DateOnly[] SchoolDays = Weekdays(FirstDay, 180);

    public static MilestoneDefinition ChronicAbsence { get; } = new()
    {
        Id = "chronic-absence", Version = 1, Title = "Regular attendance", Indicator = IndicatorIds.AttendanceRate,
        AtRiskNumerator = 1, AtRiskDenominator = 20, OffTrackNumerator = 1, OffTrackDenominator = 10, MinimumEvidence = 10,
        EffectiveFrom = new DateOnly(2009, 7, 1), Source = "EDFacts FS195",
    };

    public static MilestoneDefinition PassingCourses { get; } = new()
    {
        Id = "passing-courses", Version = 1, Title = "Passing all courses", Indicator = IndicatorIds.CourseFailures,
        AtRiskNumerator = 1, OffTrackNumerator = 2, MinimumEvidence = 1,
        EffectiveFrom = new DateOnly(2009, 7, 1), Source = "AcumenEd",
    };

    public static MilestoneDefinition Credits { get; } = new()
    {
        Id = "credits-to-graduate", Version = 1, Title = "Credits on track to graduate", Indicator = IndicatorIds.CreditsEarned,
        Grades = ["09", "10", "11", "12"], EffectiveFrom = new DateOnly(2009, 7, 1), Source = "District promotion rule",
    };

    public static MilestoneDefinition Suspensions { get; } = new()
    {
        Id = "suspensions", Version = 1, Title = "In class, not suspended", Indicator = IndicatorIds.SuspensionDays,
        AtRiskNumerator = 1, AtRiskDenominator = 100, OffTrackNumerator = 3, OffTrackDenominator = 1,
        EffectiveFrom = new DateOnly(2009, 7, 1), Source = "BERC 2011",
    };

    public static MilestoneSet Milestones { get; } = new([ChronicAbsence, PassingCourses, Credits, Suspensions]);

    /// <summary>The day with that number, from 1.</summary>
    public static DateOnly Day(int number) => SchoolDays[number - 1];

    /// <summary>A school year of that many instructional days, seen from its day <paramref name="asOfDay"/>.</summary>
    public static SchoolYearContext Year(int asOfDay, int length = 180) => YearOf(SchoolDays.AsSpan(0, length), Day(asOfDay));

    public static SchoolYearContext YearOf(ReadOnlySpan<DateOnly> days, DateOnly asOf)
    {
        var rows = new List<CalendarDay>();
        foreach (var day in days)
        {
            rows.Add(new CalendarDay(District, day, "Instructional day"));
        }

        return new SchoolYearContext
        {
            SchoolYear = 2026, FirstDay = FirstDay, LastDay = LastDay, AsOf = asOf, DistrictSourcedId = District,
            Calendar = DistrictCalendar.Create(rows, District, VerdictSettings.Default.Attendance.InstructionalEvents, FirstDay, LastDay),
            LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [School] = asOf, [OtherSchool] = asOf },
        };
    }

    public static LearningRecord Member(params AttendanceMark[] marks) => new()
    {
        GradeLevel = "09",
        Memberships = [new SchoolMembership(School, FirstDay)],
        Attendance = marks,
    };

    public static StudentRecord Student(LearningRecord learning) => new() { SourcedId = "s-1", GivenName = "Given", FamilyName = "Family", Learning = learning };

    public static AttendanceMark Absent(int day, int? hundredths = null, string school = School, string? section = null) =>
        new(school, section, Day(day), AttendanceCategory.UnexcusedAbsence, hundredths);

    public static AttendanceMark Mark(int day, AttendanceCategory category, string? section = null) => new(School, section, Day(day), category);

    public static AttendanceMark[] AbsentOn(IEnumerable<int> days) => [.. days.Select(d => Absent(d))];

    public static StudentResult Assess(LearningRecord learning, SchoolYearContext context, VerdictSettings? settings = null, PreviousVerdicts? previous = null) =>
        StudentAssessment.Assess(Student(learning), context, settings ?? VerdictSettings.Default, Milestones, previous);

    public static Verdict Verdict(StudentResult result, MilestoneDefinition definition) =>
        result.Verdicts.Single(v => string.Equals(v.MilestoneId, definition.Id, StringComparison.Ordinal));

    public static VerdictSettings With(AttendanceSettings attendance) => new() { Attendance = attendance };

    private static DateOnly[] Weekdays(DateOnly from, int count)
    {
        var days = new List<DateOnly>(count);
        for (var day = from; days.Count < count; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days.Add(day);
            }
        }

        return [.. days];
    }
}
