using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Properties;

/// <summary>A student in a school year, as the generator makes them up: dense in rows that collide, overlap and sit on edges.</summary>
internal sealed record Scenario(StudentRecord Student, SchoolYearContext Context, VerdictSettings Settings)
{
    private const int YearLength = 60;

    private static readonly string[] Schools = [Given.School, Given.OtherSchool];
    private static readonly string?[] Classes = [null, null, null, "class-1", "class-2", "class-3", "class-4"];
    private static readonly string[] Sessions = ["p1", "p2", "p3", "unknown"];

    /// <summary>Scenarios with a student of his own.</summary>
    public static Gen<Scenario> Any { get; } =
        from context in Contexts
        from settings in SettingsGen
        from student in Students
        select new Scenario(student, context, settings);

    public static Gen<SchoolYearContext> Contexts =>
        from asOf in Gen.Choose(1, YearLength)
        from submitted in Gen.Choose(1, YearLength)
        from positive in Gen.Elements(false, false, true)
        from missing in Gen.Elements(SnapshotTables.None, SnapshotTables.None, SnapshotTables.None, SnapshotTables.Attendance, SnapshotTables.CourseTranscripts, SnapshotTables.DisciplineActions)
        select Given.Year(asOf, YearLength) with
        {
            AttendanceCapture = positive ? AttendanceCapture.Positive : AttendanceCapture.Negative,
            Tables = SnapshotTables.All & ~missing,
            LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [Given.School] = Given.Day(submitted), [Given.OtherSchool] = Given.Day(asOf) },
            Sessions = new Dictionary<string, AcademicSession>(StringComparer.Ordinal)
            {
                ["p1"] = new("p1", "P1", Given.Day(1), Given.Day(20)), ["p2"] = new("p2", "P2", Given.Day(21), Given.Day(40)), ["p3"] = new("p3", "P3", Given.Day(21), Given.Day(40)),
            },
            Classes = new Dictionary<string, ClassInfo>(StringComparer.Ordinal)
            {
                ["class-1"] = new("class-1", Given.School, IsHomeroom: true), ["class-2"] = new("class-2", Given.School), ["class-3"] = new("class-3", Given.OtherSchool),
            },
            GraduationPlans = [new("Standard", Given.School, null, 2250), new("Standard", Given.District, 2028, 2600)],
        };

    public static Gen<StudentRecord> Students =>
        from id in Gen.Choose(1, 1_000_000)
        from grade in Gen.Elements("09", "10", "12", "05", null)
        from memberships in Gen.ListOf(Memberships, 2)
        from third in Gen.ListOf(Memberships)
        from attendance in Gen.ArrayOf(Marks)
        from sections in Gen.ArrayOf(Sections4)
        from grades in Gen.ArrayOf(Grades)
        from attempts in Gen.ArrayOf(Attempts)
        from discipline in Gen.ArrayOf(Discipline)
        from races in Gen.Choose(0, 63)
        from sex in Gen.Elements(Sex.Female, Sex.Male, Sex.Unknown)
        from hispanic in Gen.Elements(true, false)
        from program in Gen.Elements(Enum.GetValues<ProgramCharacteristic>())
        select new StudentRecord
        {
            SourcedId = "student-" + id, GivenName = "Given", FamilyName = "Family",
            Demographics = new Demographics(sex, (RaceFlags)races, hispanic),
            Programs = [new ProgramMembership(program)],
            Learning = new LearningRecord
            {
                GradeLevel = grade, Memberships = [.. memberships, .. third.Take(1)], Attendance = attendance, Sections = sections, Grades = grades,
                Attempts = attempts, Discipline = discipline,
            },
        };

    public static Gen<VerdictSettings> SettingsGen =>
        from rule in Gen.Elements(Enum.GetValues<DayRule>())
        from through in Gen.Elements(Enum.GetValues<MeasuredThrough>())
        from share in Gen.Choose(1, 3)
        select Given.With(new AttendanceSettings { DayRule = rule, MeasuredThrough = through, ShareNumerator = share, ShareDenominator = 3 });

    /// <summary>An absence on any day, daily or of a section.</summary>
    public static Gen<AttendanceMark> Absences =>
        from mark in Marks
        from excused in Gen.Elements(AttendanceCategory.ExcusedAbsence, AttendanceCategory.UnexcusedAbsence)
        select mark with { Category = excused };

    private static Gen<SectionMembership> Sections4 =>
        from name in Gen.Elements("class-1", "class-2", "class-3", "class-4")
        from begin in Gen.Choose(1, YearLength)
        from open in Gen.Elements(true, true, false)
        select new SectionMembership(name, open ? null : Given.Day(begin), open ? null : Given.Day(Math.Min(YearLength, begin + 20)));

    private static Gen<SchoolMembership> Memberships =>
        from school in Gen.Elements(Schools)
        from entry in Gen.Choose(1, 30)
        from length in Gen.Choose(0, YearLength)
        from open in Gen.Elements(true, false)
        from plan in Gen.Elements("Standard", "Standard", null)
        from cohort in Gen.Elements<int?>(2028, null)
        select new SchoolMembership(school, Given.Day(entry), open ? null : Given.Day(Math.Min(YearLength, entry + length)), "10", plan, cohort);

    private static Gen<AttendanceMark> Marks =>
        from school in Gen.Elements(Given.School, Given.School, Given.OtherSchool, null)
        from section in Gen.Elements(Classes)
        from day in Gen.Choose(-2, YearLength + 2)
        from category in Gen.Elements(Enum.GetValues<AttendanceCategory>())
        from duration in Gen.Elements<int?>(null, null, 0, 49, 50, 99, 100)
        select new AttendanceMark(school, section, day < 1 ? Given.FirstDay.AddDays(day) : Given.Day(day), category, duration);

    private static Gen<PeriodGrade> Grades =>
        from section in Gen.Elements("class-1", "class-2", "class-3")
        from session in Gen.Elements(Sessions)
        from type in Gen.Elements(GradeType.GradingPeriod, GradeType.GradingPeriod, GradeType.Semester)
        from letter in Gen.Elements("A", "F", "D", "", null)
        from number in Gen.Elements<int?>(null, 5999, 6000)
        from day in Gen.Elements<int?>(null, 10, 20)
        select new PeriodGrade(section, session, type, letter, number, day is { } d ? Given.Day(d) : null);

    private static Gen<CourseAttempt> Attempts =>
        from year in Gen.Elements<int?>(2023, 2024, 2025, 2026, null)
        from result in Gen.Elements(Enum.GetValues<CourseAttemptResult>())
        from earned in Gen.Elements(0, 50, 100, 600)
        from letter in Gen.Elements("A", "F", null)
        select new CourseAttempt(year, result, 100, earned, letter);

    private static Gen<DisciplineMark> Discipline =>
        from kind in Gen.Elements(Enum.GetValues<DisciplineKind>())
        from day in Gen.Choose(1, YearLength)
        from actual in Gen.Elements<int?>(null, 0, 50, 100)
        from assigned in Gen.Elements<int?>(null, 100, 300)
        select new DisciplineMark(kind, Given.Day(day), actual, assigned);
}
