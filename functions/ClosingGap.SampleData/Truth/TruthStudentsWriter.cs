using System.Text.Json;

namespace ClosingGap.SampleData;

/// <summary>Writes truth-students.jsonl, one line for each known student, and counts the district on the way.</summary>
internal static class TruthStudentsWriter
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    public static async Task<DistrictTally> WriteAsync(DistrictModel model, string path, CancellationToken ct)
    {
        var tally = new DistrictTally();
        var counter = new TruthCounter(model);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await using var json = new Utf8JsonWriter(file);
        foreach (var student in model.KnownStudents())
        {
            var truth = counter.Count(student);
            tally.Add(truth);
            Write(json, truth);
            await json.FlushAsync(ct);
            await file.WriteAsync(NewLine, ct);
            json.Reset();
        }

        return tally;
    }

    private static void Write(Utf8JsonWriter json, StudentTruth truth)
    {
        json.WriteStartObject();
        json.WriteString("sourcedId", truth.Student.SourcedId);
        json.WriteString("school", truth.School.SourcedId);
        json.WriteString("grade", truth.Grade);
        json.WriteBoolean("active", truth.Active);
        json.WriteString("race", truth.Race);
        json.WriteString("sex", truth.Student.Sex);
        json.WriteStartArray("programs");
        foreach (var program in Enum.GetValues<ProgramFlags>())
        {
            if (program != ProgramFlags.None && truth.Student.Programs.HasFlag(program))
            {
                json.WriteStringValue(program.ToString());
            }
        }

        json.WriteEndArray();
        Write(json, truth.Attendance);
        json.WriteStartArray("schools");
        foreach (var (school, count) in truth.BySchool)
        {
            json.WriteStartObject();
            json.WriteString("school", school.SourcedId);
            Write(json, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("latestPeriod", truth.LatestPeriod);
        WriteNumber(json, "failedCoursesLatestPeriod", truth.FailedCourses);
        WriteNumber(json, "creditsEarned", truth.CreditsEarned / 100m);
        WriteNumber(json, "creditsRequiredNow", truth.CreditsRequiredNow / 100m);
        json.WriteNumber("suspensionDaysIn", Decimals.AsNumber(truth.SuspensionInHalfDays, 2));
        json.WriteNumber("suspensionDaysOut", Decimals.AsNumber(truth.SuspensionOutHalfDays, 2));
        WriteTests(json, truth);
        json.WriteStartObject("milestones");
        json.WriteString("algebra-by-grade-9", truth.AlgebraByGradeNine);
        json.WriteString("graduation-four-years", truth.GraduationInFourYears);
        json.WriteEndObject();
        WriteFacts(json, "facts", truth.Facts);
        WriteFacts(json, "lmsFacts", truth.LmsFacts);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, (long Numerator, long Denominator)> facts)
    {
        json.WriteStartObject(name);
        foreach (var (indicator, (numerator, denominator)) in facts)
        {
            json.WriteStartArray(indicator);
            json.WriteNumberValue(numerator);
            json.WriteNumberValue(denominator);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTests(Utf8JsonWriter json, StudentTruth truth)
    {
        json.WriteStartObject("tests");
        if (truth.GradeThreeReading is { } proficient)
        {
            json.WriteBoolean("gradeThreeReading", proficient);
        }
        else
        {
            json.WriteNull("gradeThreeReading");
        }

        WriteNumber(json, "satReading", truth.SatReading);
        WriteNumber(json, "satMathematics", truth.SatMathematics);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AttendanceCount count)
    {
        json.WriteNumber("memberDays", count.MemberDays);
        json.WriteNumber("absentHalfDays", count.AbsentHalfDays);
        json.WriteBoolean("chronic", count.IsChronic);
        json.WriteString("band", count.Band);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
