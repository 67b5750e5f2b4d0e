using System.Globalization;
using System.Text;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>
/// A district of two schools that fits on a page: every weekday from 18 August 2025 to 5 June 2026 is a school day, and one pupil of each
/// school is absent on the day of the drop, so that each day until then is measured.
/// </summary>
internal sealed record SmallRoster(DateOnly On)
{
    public static readonly DateOnly FirstDay = new(2025, 8, 18);
    private static readonly DateOnly s_lastDay = new(2026, 6, 5);

    private static readonly Dictionary<string, string> s_headers = new(StringComparer.Ordinal)
    {
        ["orgs"] = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
        ["academicSessions"] = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
        ["courses"] = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
        ["classes"] = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
        ["users"] = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
        ["enrollments"] = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
        ["schoolEnrollments"] = "sourcedId,userSourcedId,schoolSourcedId,schoolYear,entryDate,entryGradeLevel,entryType,exitWithdrawDate,exitWithdrawType,cohortYear,graduationPlanType,fullTimeEquivalency",
        ["calendarDates"] = "schoolSourcedId,date,calendarEvent,isInstructional",
        ["attendance"] = "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory,attendanceEventReason,eventDuration,periods",
    };

    /// <summary>Users beside the two who are absent: id and role.</summary>
    public IReadOnlyList<(string Id, string Role)> Users { get; init; } = [("u1", "student")];

    /// <summary>Enrollments beside theirs: id, school (<c>A</c> or <c>B</c>), user, begin.</summary>
    public IReadOnlyList<(string Id, string School, string User, DateOnly? Begin)> Enrollments { get; init; } = [];

    /// <summary>Rows of schoolEnrollments: id, school, user, entry; null: the export has no such file.</summary>
    public IReadOnlyList<(string Id, string School, string User, DateOnly Entry)>? SchoolEnrollments { get; init; }

    /// <summary>Who was absent when, and where.</summary>
    public IReadOnlyList<(string User, string School, DateOnly Day)> Absences { get; init; } = [];

    public static int Weekdays(DateOnly from, DateOnly before)
    {
        var days = 0;
        for (var day = from; day < before; day = day.AddDays(1))
        {
            days += IsWeekday(day) ? 1 : 0;
        }

        return days;
    }

    /// <summary>The rows of each file without their status; those of the files with one begin with their sourcedId.</summary>
    public SortedDictionary<string, IReadOnlyList<string>> Rows()
    {
        var rows = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["orgs"] = ["D,District,district,,", "A,School A,school,,D", "B,School B,school,,D"],
            ["academicSessions"] = [$"Y,2025-26,schoolYear,{Day(FirstDay)},{Day(s_lastDay.AddDays(1))},,2026"],
            ["courses"] = ["k1,,Math,,,D,,"],
            ["classes"] = ["cA,Class A,,k1,,scheduled,,A,Y,,,", "cB,Class B,,k1,,scheduled,,B,Y,,,"],
            ["users"] = [.. Users.Concat([("fA", "student"), ("fB", "student")]).Select(user => $"{user.Item1},true,D,{user.Item2},{user.Item1},,Given,Family,,,,,,,9,")],
            ["enrollments"] =
            [
                .. Enrollments.Concat([("eA", "A", "fA", FirstDay), ("eB", "B", "fB", FirstDay)])
                    .Select(row => $"{row.Item1},c{row.Item2},{row.Item2},{row.Item3},student,,{Day(row.Item4)},"),
            ],
            ["calendarDates"] =
            [
                .. Enumerable.Range(0, s_lastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays).Where(IsWeekday).Select(day => $"D,{Day(day)},Instructional day,true"),
            ],
            ["attendance"] = [.. Absences.Concat([("fA", "A", On), ("fB", "B", On)]).Select(row => $"{row.Item1},{row.Item2},,{Day(row.Item3)},Unexcused Absence,,,")],
        };
        if (SchoolEnrollments is not null)
        {
            rows["schoolEnrollments"] =
                [.. SchoolEnrollments.Concat([("sA", "A", "fA", FirstDay), ("sB", "B", "fB", FirstDay)]).Select(row => $"{row.Item1},{row.Item3},{row.Item2},2026,{Day(row.Item4)},09,,,,,,")];
        }

        return rows;
    }

    /// <summary>The complete export, or some of its files.</summary>
    public SamplePackage Bulk(params string[] tables)
    {
        var rows = Rows();
        var chosen = tables.Length == 0 ? [.. rows.Keys] : tables;
        return Package(chosen.ToDictionary(table => table, _ => "bulk", StringComparer.Ordinal), chosen.ToDictionary(table => table, table => Plain(table, rows[table]), StringComparer.Ordinal));
    }

    /// <summary>Rows of one table that changed, each with <c>active</c> or <c>tobedeleted</c>, beside complete files of others.</summary>
    public SamplePackage Delta(string table, IEnumerable<(string Row, string Status)> changes, params string[] bulk) =>
        Deltas(new Dictionary<string, IReadOnlyList<(string, string)>>(StringComparer.Ordinal) { [table] = [.. changes] }, bulk);

    public SamplePackage Deltas(IReadOnlyDictionary<string, IReadOnlyList<(string Row, string Status)>> changes, params string[] bulk)
    {
        var rows = Rows();
        var modes = bulk.ToDictionary(table => table, _ => "bulk", StringComparer.Ordinal);
        var files = bulk.ToDictionary(table => table, table => Plain(table, rows[table]), StringComparer.Ordinal);
        foreach (var (table, changed) in changes)
        {
            modes[table] = "delta";
            files[table] = [.. changed.Select(change => Marked(change.Row, change.Status, "2026-01-05T00:00:00.000Z"))];
        }

        return Package(modes, files);
    }

    /// <summary>A manifest and nothing else.</summary>
    public static SamplePackage Nothing() => Package(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>());

    private static SamplePackage Package(IReadOnlyDictionary<string, string> modes, IReadOnlyDictionary<string, IReadOnlyList<string>> files)
    {
        string[] standard =
        [
            "academicSessions", "categories", "classes", "classResources", "courses", "courseResources", "demographics", "enrollments", "lineItems",
            "orgs", "resources", "results", "users",
        ];
        var manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n");
        foreach (var table in standard)
        {
            manifest.Append(CultureInfo.InvariantCulture, $"file.{table},{modes.GetValueOrDefault(table, "absent")}\n");
        }

        return SamplePackage.Of([.. files.Select(file => ($"{file.Key}.csv", s_headers[file.Key] + "\n" + string.Join('\n', file.Value) + "\n")), ("manifest.csv", manifest.ToString())]);
    }

    private static IReadOnlyList<string> Plain(string table, IReadOnlyList<string> rows) =>
        s_headers[table].Contains(",status,", StringComparison.Ordinal) ? [.. rows.Select(row => Marked(row, "", ""))] : rows;

    private static string Marked(string row, string status, string modified)
    {
        var comma = row.IndexOf(',', StringComparison.Ordinal);
        return $"{row[..comma]},{status},{modified}{row[comma..]}";
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
