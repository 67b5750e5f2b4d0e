using System.Globalization;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.GrandBend;

/// <summary>The published sample district of 2010-11, as records of the domain. Read here by hand, apart from the product's profile.</summary>
internal sealed class GrandBendDistrict
{
    private const string Section = "SectionReference.SectionIdentity.";
    private const string GradedSection = "StudentSectionAssociationReference.StudentSectionAssociationIdentity.SectionIdentity.";
    private static readonly string[] SectionParts = ["StateOrganizationId", "LocalCourseCode", "Term", "ClassPeriodName", "Location"];

    private static readonly Dictionary<string, string> GradeCodes = new(StringComparer.Ordinal)
    {
        ["First grade"] = "01", ["Second grade"] = "02", ["Third grade"] = "03", ["Fourth grade"] = "04", ["Fifth grade"] = "05", ["Sixth grade"] = "06",
        ["Seventh grade"] = "07", ["Eighth grade"] = "08", ["Ninth grade"] = "09", ["Tenth grade"] = "10", ["Eleventh grade"] = "11", ["Twelfth grade"] = "12",
    };

    private readonly string _folder;

    public GrandBendDistrict(string folder)
    {
        _folder = folder;
        var days = Read("CalendarDate").Select(r => new CalendarDay(null, Date(r["Date"]), r["CalendarEvent"])).ToList();
        var (first, last) = (new DateOnly(2010, 7, 1), new DateOnly(2011, 6, 30));
        var calendar = DistrictCalendar.Create(days, null, VerdictSettings.Default.Attendance.InstructionalEvents, first, last);
        var attendance = Read("AttendanceEvent").ToList();
        Context = new SchoolYearContext
        {
            SchoolYear = 2011, FirstDay = first, LastDay = last, AsOf = calendar.Last!.Value, Calendar = calendar,
            LastSubmitted = attendance.GroupBy(r => r[Section + "StateOrganizationId"], r => Date(r["EventDate"]), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Max(), StringComparer.Ordinal),
            Sessions = Read("GradingPeriod").ToDictionary(r => r["GradingPeriod"], r => new AcademicSession(r["GradingPeriod"], r["GradingPeriod"], Date(r["BeginDate"]), Date(r["EndDate"])), StringComparer.Ordinal),
            GraduationPlans = [.. Read("GraduationPlan").Select(r => new GraduationPlan(
                r["GraduationPlanType"], r["EducationOrganizationReference.EducationalOrgIdentity.StateOrganizationId"], null, Hundredths(r["TotalCreditsRequired.Credit"])!.Value))],
        };
        Students = [.. ReadStudents(attendance)];
    }

    public SchoolYearContext Context { get; }

    public IReadOnlyList<StudentRecord> Students { get; }

    public static string? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var folder = Path.Combine(directory.FullName, "shared", "data", "edfi-grand-bend");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    private IEnumerable<StudentRecord> ReadStudents(List<Dictionary<string, string>> attendance)
    {
        const string Student = "StudentReference.StudentIdentity.StudentUniqueStateId";
        var plans = Read("GraduationPlan").ToDictionary(r => r["@id"], r => r["GraduationPlanType"], StringComparer.Ordinal);
        var marks = attendance.ToLookup(r => r[Student], r => new AttendanceMark(
            r[Section + "StateOrganizationId"], Key(r, Section), Date(r["EventDate"]), RosterCodes.AttendanceCategoryOf(r["AttendanceEventCategory"])), StringComparer.Ordinal);
        var grades = Read("Grade").ToLookup(
            r => r["StudentSectionAssociationReference.StudentSectionAssociationIdentity.StudentIdentity.StudentUniqueStateId"],
            r => new PeriodGrade(
                Key(r, GradedSection), r["GradingPeriodReference.GradingPeriodIdentity.GradingPeriod"], RosterCodes.GradeTypeOf(r["GradeType"]), null, Hundredths(r["NumericGradeEarned"])),
            StringComparer.Ordinal);
        var attempts = Read("CourseTranscript").ToLookup(
            r => r["StudentAcademicRecordReference@ref"].Split('_')[^1],
            r => new CourseAttempt(
                2011, RosterCodes.CourseAttemptResultOf(r["CourseAttemptResult"]), Hundredths(r["CreditsAttempted.Credit"]) ?? 0, Hundredths(r["CreditsEarned.Credit"]) ?? 0,
                r["FinalLetterGradeEarned"], Hundredths(r["FinalNumericGradeEarned"])),
            StringComparer.Ordinal);
        var discipline = Read("DisciplineAction").ToLookup(r => r[Student], r => new DisciplineMark(
            r["Disciplines.ShortDescription"] switch { "ISS" => DisciplineKind.InSchoolSuspension, "OSS" => DisciplineKind.OutOfSchoolSuspension, _ => DisciplineKind.Other },
            Date(r["DisciplineDate"]), Hundredths(r["ActualDisciplineActionLength"]), Hundredths(r["DisciplineActionLength"])), StringComparer.Ordinal);
        foreach (var student in Read("StudentSchoolAssociation").GroupBy(r => r[Student], StringComparer.Ordinal))
        {
            yield return new StudentRecord
            {
                SourcedId = student.Key,
                Learning = new LearningRecord
                {
                    Memberships = [.. student.Select(r => new SchoolMembership(
                        r["SchoolReference.EducationalOrgIdentity.StateOrganizationId"], Date(r["EntryDate"]), null, GradeCodes[r["EntryGradeLevel"]],
                        plans.GetValueOrDefault(r["GraduationPlanReference@ref"])))],
                    Attendance = [.. marks[student.Key]],
                    Grades = [.. grades[student.Key]],
                    Attempts = [.. attempts[student.Key]],
                    Discipline = [.. discipline[student.Key]],
                },
            };
        }
    }

    private IEnumerable<Dictionary<string, string>> Read(string file) => CsvRows.Read(Path.Combine(_folder, file + ".csv"));

    private static string Key(Dictionary<string, string> row, string prefix) => string.Join('|', SectionParts.Select(part => row[prefix + part]));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Hundredths(string text) => text.Length == 0 ? null : (int)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
}
