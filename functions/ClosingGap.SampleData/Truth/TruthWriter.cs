using System.Text.Json;

namespace ClosingGap.SampleData;

/// <summary>Writes truth.json: what was asked for, the model's parameters, and everything counted from what was generated.</summary>
internal static class TruthWriter
{
    private static readonly (string Name, string Text)[] Rules =
    [
        ("membership", "Instructional and make-up days of the school from entryDate to before exitWithdrawDate, to the earlier of asOf and the school's last attendance date."),
        ("absence", "Excused or Unexcused Absence: no duration or 1 and more = 2 half-days, 0.5 and more = 1, less = 0."),
        ("band", "Fewer than 10 member days: notEnoughData. absentHalfDays x 10 >= memberHalfDays: chronic; x 20: atRisk; above 0: satisfactory; else none."),
        ("failure", "Courses under 60 (letter F) in the latest grading period, by end date, in which the student has grades."),
        ("credits", "Sum of earnedCredits. Required: a quarter of the plan's total for each finished year of high school; this year is finished on the last instructional day."),
        ("suspension", "In School and Out of School Suspension dated up to asOf; actual length, else assigned."),
        ("groups", "All students with an enrollment begun by asOf, leavers included; totals over all their schools; school = the last one entered. Programs: those in force on asOf (none begins or ends within the year)."),
        ("race", "Hispanic of any race; then two or more races (the column, or two race columns); then the one race; else unknown."),
        ("schoolAttendance", "Attendance counted by the days at that school only; a transferred student counts in each school."),
    ];

    public static async Task WriteAsync(
        DistrictModel model, DistrictTally tally, IReadOnlyDictionary<string, long> rows, string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        WriteOptions(json, model);
        json.WriteStartObject("students");
        json.WriteNumber("total", tally.Total);
        json.WriteNumber("active", tally.Active);
        json.WriteEndObject();
        json.WritePropertyName("totals");
        tally.All.Write(json);
        WriteObject(json, "rows", rows.OrderBy(r => r.Key, StringComparer.Ordinal), (name, count) => json.WriteNumber(name, count));
        WriteObject(json, "groups", tally.Groups, (dimension, groups) => WriteObject(json, dimension, groups, (group, counts) =>
        {
            json.WritePropertyName(group);
            counts.Write(json);
        }));
        WriteObject(json, "schoolAttendance", tally.SchoolAttendance, (school, counts) => WriteSchool(json, school, counts));
        WriteBoundary(json, tally);
        WriteParameters(json);
        json.WriteStartObject("rules");
        foreach (var (name, text) in Rules)
        {
            json.WriteString(name, text);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void WriteOptions(Utf8JsonWriter json, DistrictModel model)
    {
        var (options, calendar) = (model.Options, model.Calendar);
        json.WriteStartObject("options");
        json.WriteNumber("students", options.Students);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("night", options.Night);
        json.WriteString("state", options.State);
        json.WriteString("district", options.District);
        json.WriteNumber("schoolYear", options.SchoolYear);
        json.WriteNumber("maxLmsSections", options.MaxLmsSections);
        json.WriteEndObject();
        json.WriteString("asOf", SchoolCalendar.Iso(calendar.AsOf));
        json.WriteNumber("instructionalDays", SchoolCalendar.InstructionalDays);
        json.WriteNumber("instructionalDaysToAsOf", calendar.AsOfDay + 1);
        json.WriteString("schoolWithEmergencyDay", model.Plan.EmergencySchool.SourcedId);
        json.WriteString("emergencyDay", calendar.IsoDay(calendar.EmergencyDay));
    }

    private static void WriteSchool(Utf8JsonWriter json, string school, SchoolAttendanceTally counts)
    {
        json.WriteStartObject(school);
        json.WriteNumber("n", counts.Students);
        json.WriteNumber("measured", counts.Measured);
        json.WriteNumber("chronic", counts.Chronic);
        json.WriteNumber("memberDays", counts.MemberDays);
        json.WriteNumber("absentHalfDays", counts.AbsentHalfDays);
        json.WriteEndObject();
    }

    private static void WriteBoundary(Utf8JsonWriter json, DistrictTally tally)
    {
        json.WriteStartArray("boundary");
        foreach (var truth in tally.Boundary)
        {
            json.WriteStartObject();
            json.WriteString("case", truth.Student.Boundary.ToString());
            json.WriteString("sourcedId", truth.Student.SourcedId);
            json.WriteNumber("memberDays", truth.Attendance.MemberDays);
            json.WriteNumber("absentHalfDays", truth.Attendance.AbsentHalfDays);
            json.WriteBoolean(
                "exactlyTenPercent", truth.Attendance.MemberDays > 0 && truth.Attendance.AbsentHalfDays * 10 == truth.Attendance.MemberDays * 2);
            json.WriteString("band", truth.Attendance.Band);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParameters(Utf8JsonWriter json)
    {
        json.WriteStartObject("parameters");
        json.WriteNumber("dailyAbsencePer100000", ModelParameters.DailyAbsence);
        json.WriteNumber("dailyTardyPer100000", ModelParameters.DailyTardy);
        json.WriteNumber("courseFailurePer100000", ModelParameters.CourseFailure);
        WriteObject(json, "courseFailurePercentByBand", ByBand(ModelParameters.FailureByBand), (band, value) => json.WriteNumber(band, value));
        WriteObject(json, "incidentPer100000ByBand", ByBand(ModelParameters.Incident), (band, value) => json.WriteNumber(band, value));
        json.WriteStartObject("percentFactorsByProgram");
        foreach (var (program, absence, failure, incident) in ModelParameters.Factors)
        {
            json.WriteStartObject(program.ToString());
            json.WriteNumber("absence", absence);
            json.WriteNumber("failure", failure);
            json.WriteNumber("incident", incident);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("individualFactors");
        foreach (var (share, factor) in ModelParameters.Individual)
        {
            json.WriteStartObject();
            json.WriteNumber("sharePercent", share);
            json.WriteNumber("factorPercent", factor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<KeyValuePair<string, int>> ByBand(int[] values) =>
        values.Select((value, band) => KeyValuePair.Create(((GradeBand)band).ToString(), value));

    private static void WriteObject<T>(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, T>> items, Action<string, T> write)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in items)
        {
            write(key, value);
        }

        json.WriteEndObject();
    }
}
