using ClosingGap.Domain.Roster;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The Ed-Fi and OneRoster words of the snapshot as the domain's values. A word that is not known is the domain's "other".</summary>
internal static class Words
{
    private static readonly Dictionary<string, AttendanceCategory> s_attendance = new(StringComparer.OrdinalIgnoreCase)
    {
        ["In Attendance"] = AttendanceCategory.Present,
        ["Present"] = AttendanceCategory.Present,
        ["Excused Absence"] = AttendanceCategory.ExcusedAbsence,
        ["Unexcused Absence"] = AttendanceCategory.UnexcusedAbsence,
        ["Tardy"] = AttendanceCategory.Tardy,
        ["Early departure"] = AttendanceCategory.EarlyDeparture,
        ["Partial"] = AttendanceCategory.Partial,
    };

    private static readonly Dictionary<string, DisciplineKind> s_discipline = new(StringComparer.OrdinalIgnoreCase)
    {
        ["In School Suspension"] = DisciplineKind.InSchoolSuspension,
        ["Out of School Suspension"] = DisciplineKind.OutOfSchoolSuspension,
        ["Expulsion"] = DisciplineKind.Expulsion,
        ["Expulsion with Services"] = DisciplineKind.Expulsion,
    };

    private static readonly Dictionary<string, CourseAttemptResult> s_attempts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Pass"] = CourseAttemptResult.Pass,
        ["Fail"] = CourseAttemptResult.Fail,
        ["Incomplete"] = CourseAttemptResult.Incomplete,
        ["Withdrawn"] = CourseAttemptResult.Withdrawn,
    };

    private static readonly Dictionary<string, GradeType> s_grades = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Grading Period"] = GradeType.GradingPeriod,
        ["Semester"] = GradeType.Semester,
        ["Final"] = GradeType.Final,
        ["Progress Report"] = GradeType.ProgressReport,
        ["Mid-Term Grade"] = GradeType.MidTerm,
        ["Exam"] = GradeType.Exam,
        ["Conduct"] = GradeType.Conduct,
    };

    private static readonly Dictionary<string, ProgramCharacteristic> s_programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EnglishLearner"] = ProgramCharacteristic.EnglishLearner,
        ["IDEA"] = ProgramCharacteristic.Idea,
        ["Section504"] = ProgramCharacteristic.Section504,
        ["EconomicDisadvantage"] = ProgramCharacteristic.EconomicDisadvantage,
        ["Homeless"] = ProgramCharacteristic.Homeless,
        ["FosterCare"] = ProgramCharacteristic.FosterCare,
        ["Migrant"] = ProgramCharacteristic.Migrant,
        ["MilitaryConnected"] = ProgramCharacteristic.MilitaryConnected,
        ["GiftedTalented"] = ProgramCharacteristic.GiftedTalented,
    };

    public static AttendanceCategory Attendance(string? word) =>
        word is null ? AttendanceCategory.Other : s_attendance.GetValueOrDefault(word, AttendanceCategory.Other);

    public static DisciplineKind Discipline(string? word) =>
        word is null ? DisciplineKind.Other : s_discipline.GetValueOrDefault(word, DisciplineKind.Other);

    public static CourseAttemptResult Attempt(string? word) =>
        word is null ? CourseAttemptResult.NotGiven : s_attempts.GetValueOrDefault(word, CourseAttemptResult.Other);

    public static GradeType Grade(string? word) =>
        word is null ? GradeType.GradingPeriod : s_grades.GetValueOrDefault(word, GradeType.Other);

    public static ProgramCharacteristic? Program(string? word) =>
        word is not null && s_programs.TryGetValue(word, out var program) ? program : null;

    public static Sex Sex(string? word) => word?.ToLowerInvariant() switch
    {
        "female" => Domain.Roster.Sex.Female,
        "male" => Domain.Roster.Sex.Male,
        "unspecified" => Domain.Roster.Sex.Unspecified,
        null => Domain.Roster.Sex.Unknown,
        _ => Domain.Roster.Sex.Other,
    };

    /// <summary>Hundredths of a number, rounded half away from zero; null stays null.</summary>
    public static int? Hundredths(decimal? value) =>
        value is { } number ? (int)Math.Clamp(Math.Round(number * 100m, MidpointRounding.AwayFromZero), int.MinValue, int.MaxValue) : null;
}
