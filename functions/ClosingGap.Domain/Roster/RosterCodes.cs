namespace ClosingGap.Domain.Roster;

/// <summary>
/// The canonical codes of a snapshot's cells (Ed-Fi and OneRoster words) as the domain's types. Case and surrounding space do
/// not matter; a code that is not known becomes the type's "other", never an error: mapping codes is the profile's work.
/// </summary>
public static class RosterCodes
{
    private static readonly Dictionary<string, AttendanceCategory> Attendance = new(StringComparer.OrdinalIgnoreCase)
    {
        ["In Attendance"] = AttendanceCategory.Present,
        ["Present"] = AttendanceCategory.Present,
        ["Excused Absence"] = AttendanceCategory.ExcusedAbsence,
        ["Unexcused Absence"] = AttendanceCategory.UnexcusedAbsence,
        ["Tardy"] = AttendanceCategory.Tardy,
        ["Early departure"] = AttendanceCategory.EarlyDeparture,
        ["Partial"] = AttendanceCategory.Partial,
    };

    private static readonly Dictionary<string, DisciplineKind> Discipline = new(StringComparer.OrdinalIgnoreCase)
    {
        ["In School Suspension"] = DisciplineKind.InSchoolSuspension,
        ["Out of School Suspension"] = DisciplineKind.OutOfSchoolSuspension,
        ["Expulsion"] = DisciplineKind.Expulsion,
        ["No action for incident"] = DisciplineKind.NoAction,
        ["Expulsion with Services"] = DisciplineKind.Expulsion,
        ["Expulsion under Guns Free School Act"] = DisciplineKind.Expulsion,
        ["Expulsion under Guns Free School Act with services"] = DisciplineKind.Expulsion,
        ["Expulsion under Guns Free School Act without services"] = DisciplineKind.Expulsion,
    };

    private static readonly Dictionary<string, BehaviorCategory> Behaviors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["School Code of Conduct"] = BehaviorCategory.SchoolCodeOfConduct,
        ["School Violation"] = BehaviorCategory.SchoolViolation,
        ["State Offense"] = BehaviorCategory.StateOffense,
    };

    private static readonly Dictionary<string, GradeType> Grades = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Grading Period"] = GradeType.GradingPeriod,
        ["Semester"] = GradeType.Semester,
        ["Final"] = GradeType.Final,
        ["Progress Report"] = GradeType.ProgressReport,
        ["Mid-Term Grade"] = GradeType.MidTerm,
        ["Exam"] = GradeType.Exam,
        ["Conduct"] = GradeType.Conduct,
    };

    private static readonly Dictionary<string, CourseAttemptResult> Results = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Pass"] = CourseAttemptResult.Pass,
        ["Fail"] = CourseAttemptResult.Fail,
        ["Incomplete"] = CourseAttemptResult.Incomplete,
        ["Withdrawn"] = CourseAttemptResult.Withdrawn,
    };

    /// <summary>An attendance category.</summary>
    public static AttendanceCategory AttendanceCategoryOf(string? code) => Attendance.GetValueOrDefault(Trim(code), AttendanceCategory.Other);

    /// <summary>A disciplinary action's kind.</summary>
    public static DisciplineKind DisciplineKindOf(string? code) => Discipline.GetValueOrDefault(Trim(code), DisciplineKind.Other);

    /// <summary>An incident's behavior; null where it is not recorded.</summary>
    public static BehaviorCategory? BehaviorCategoryOf(string? code) =>
        string.IsNullOrWhiteSpace(code) ? null : Behaviors.GetValueOrDefault(Trim(code), BehaviorCategory.Other);

    /// <summary>A grade's type; blank is a grading period's.</summary>
    public static GradeType GradeTypeOf(string? code) =>
        string.IsNullOrWhiteSpace(code) ? GradeType.GradingPeriod : Grades.GetValueOrDefault(Trim(code), GradeType.Other);

    /// <summary>A course attempt's result; blank is not given.</summary>
    public static CourseAttemptResult CourseAttemptResultOf(string? code) =>
        string.IsNullOrWhiteSpace(code) ? CourseAttemptResult.NotGiven : Results.GetValueOrDefault(Trim(code), CourseAttemptResult.Other);

    /// <summary>A characteristic such as <c>EnglishLearner</c>; null when it is none of those that groups are made of.</summary>
    public static ProgramCharacteristic? ProgramCharacteristicOf(string? code)
    {
        // TryParse would take "3" for a name.
        var name = Trim(code);
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && !name.Contains(',', StringComparison.Ordinal)
            && Enum.TryParse<ProgramCharacteristic>(name, ignoreCase: true, out var value)
            ? value
            : null;
    }

    /// <summary>OneRoster's sex.</summary>
    public static Sex SexOf(string? code)
    {
        var name = Trim(code);
        return name.Equals("female", StringComparison.OrdinalIgnoreCase) ? Sex.Female
            : name.Equals("male", StringComparison.OrdinalIgnoreCase) ? Sex.Male
            : name.Equals("unspecified", StringComparison.OrdinalIgnoreCase) ? Sex.Unspecified
            : name.Equals("other", StringComparison.OrdinalIgnoreCase) ? Sex.Other
            : Sex.Unknown;
    }

    private static string Trim(string? code) => code?.Trim() ?? string.Empty;
}
