using System.Text;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class UnknownCodesTests
{
    private const string Attendance = "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory\n";

    [Fact]
    public async Task Attendance_CodesThatNoWordHas_AreReportedOnceWithTheirRowsAndNeverShown()
    {
        var shown = new List<UnknownCodeFound>();
        var package = TestPackage.Rostering().File("attendance.csv", Attendance
            + "u1,s1,,2024-09-02,ZZTOP\nu1,s1,,2024-09-03,excused absence\nu1,s1,,2024-09-04,ZZTOP\nu2,s1,,2024-09-02,QQ7\n"
            + "u2,s1,,2024-09-03,uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy\nu2,s1,,2024-09-04,ZZTOP\nu2,s1,,2024-09-05,ZZTOP\n");

        var validated = await package.ValidateAsync(new ValidationRequest { ShowUnknownCode = shown.Add });

        var findings = validated.Findings.All.Where(finding => finding.Code == DiagnosticCodes.RowUnknownCode).ToArray();
        Assert.Equal([(4L, 2L, "2 4 7"), (1L, 5L, "5")], findings.Select(finding => (finding.Count, finding.Row!.Value, string.Join(' ', finding.Rows!))));
        Assert.Equal("attendance.attendanceEventCategory: { <value in row 2>: <its word> }", findings[0].Target);
        Assert.All(findings, finding => Assert.Equal((Severity.Error, "attendance.csv", "attendanceEventCategory"), (finding.Severity, finding.File, finding.Column)));
        Assert.Equal(5, validated.File("attendance.csv").RowsRejected);
        Assert.Equal(["Excused Absence", "Tardy"], validated.Sink.Rows["attendance"].Select(row => row.Cells[4]));
        Assert.Equal(5, validated.Result.CountsByCode[DiagnosticCodes.RowUnknownCode]);
        Assert.Equal([("ZZTOP", 4L), ("QQ7", 1L)], shown.Select(code => (code.Code, code.Count)));

        using var report = new MemoryStream();
        await using (var writer = new JsonLinesDiagnosticWriter(report))
        {
            foreach (var finding in validated.Findings.All)
            {
                writer.Report(finding);
            }
        }

        var text = Encoding.UTF8.GetString(report.ToArray());
        Assert.Contains("\"count\":4,\"rows\":[2,4,7]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ZZTOP", text, StringComparison.Ordinal);
        Assert.DoesNotContain("QQ7", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Column_WithMoreCodesThanTheBound_ReportsTheRestAsOne()
    {
        var rows = Enumerable.Range(0, 25).Select(number => FormattableString.Invariant($"u1,s1,,2024-09-{number + 1:00},code {number}"));
        var package = TestPackage.Rostering().File("attendance.csv", Attendance + string.Join('\n', rows) + "\n");

        var validated = await package.ValidateAsync(new ValidationRequest { MaxUnknownCodes = 10 });

        var findings = validated.Findings.All.Where(finding => finding.Code == DiagnosticCodes.RowUnknownCode).ToArray();
        Assert.Equal(11, findings.Length);
        Assert.Equal((15, 12, null), (findings[^1].Count, findings[^1].Row, findings[^1].Target));
        Assert.Equal(25, validated.Result.CountsByCode[DiagnosticCodes.RowUnknownCode]);
    }

    [Theory]
    [InlineData("schoolEnrollments", "sourcedId,userSourcedId,schoolSourcedId,schoolYear,entryDate,entryGradeLevel,exitWithdrawType", "x,u1,s1,2025,2024-08-10,Ninth grade,Alien abduction", "Warning", "09", "Alien abduction")]
    [InlineData("courseTranscripts", "sourcedId,userSourcedId,schoolYear,whenTakenGradeLevel,courseAttemptResult", "x,u1,2024,9,Maybe", "Warning", "09", null)]
    [InlineData("studentPrograms", "userSourcedId,beginDate,endDate,characteristic", "u1,2024-08-10,,Chess", "Warning", null, "Chess")]
    [InlineData("disciplineActions", "sourcedId,userSourcedId,disciplineDate,disciplineActionLength,discipline", "x,u1,2024-09-10,2,Chess", "Error", null, null)]
    [InlineData("calendarDates", "schoolSourcedId,date,isInstructional,calendarEvent", "s1,2024-09-10,,Chess", "Error", null, null)]
    [InlineData("calendarDates", "schoolSourcedId,date,isInstructional,calendarEvent", "s1,2024-09-10,true,Chess", "Warning", "true", "Chess")]
    [InlineData("disciplineIncidents", "sourcedId,schoolSourcedId,incidentDate,incidentLocation,behavior", "x,s1,2024-09-10,Moon,Chess", "None", "Moon", "Chess")]
    public async Task Code_OfAnExtensionFile_IsJudgedByWhatItMeans(string table, string header, string row, string severity, string? before, string? last)
    {
        var validated = await TestPackage.Rostering().File(table + ".csv", $"{header}\n{row}\n").ValidateAsync(Conformance.Lenient);

        var findings = validated.Findings.All.Where(finding => finding.Code == DiagnosticCodes.RowUnknownCode).ToArray();
        Assert.Equal(severity, findings is [var finding] ? finding.Severity.ToString() : "None");
        if (severity != "Error")
        {
            var columns = header.Split(',');
            Assert.Equal(last, validated.Sink.Cell(table, 0, columns[^1]));
            Assert.Equal(before, validated.Sink.Cell(table, 0, columns[^2]));
        }
        else
        {
            Assert.Equal(1, validated.File(table + ".csv").RowsRejected);
        }
    }

    [Fact]
    public async Task Codes_OfTheProfile_AreAppliedToTheStandardsFilesAndTheExtensions()
    {
        var profile = ProfileReader.Read("""
            name: x
            version: 1
            conformance: lenient
            settings:
              attendance: { instructionalEvents: [Lesson day] }
            codeMaps:
              disc: { map: { "07": Out of School Suspension } }
            codes:
              attendance.attendanceEventCategory: { A: Unexcused Absence, ILL: Excused Absence }
              disciplineActions.discipline: { use: disc, onUnknown: blank }
              users.grades: { map: { Freshman: "09", Sophomore: "10" } }
              enrollments.role: { map: { S: student, T: teacher }, onUnknown: dropRow }
            """);
        var package = TestPackage.Rostering()
            .Table("users", "1.1", "u1,,,true,s1,student,one,,G1,F1,,,,,,,Freshman,", "u2,,,true,s1,student,two,,G2,F2,,,,,,,\"Freshman,Sophomore\",", "u3,,,true,s1,teacher,three,,G3,F3,,,,,,,,")
            .Table("enrollments", "1.1", "e1,,,k1,s1,u1,S,,2024-08-01,", "e2,,,k1,s1,u2,guest,,2024-08-01,", "e3,,,k1,s1,u3,T,true,2024-08-01,")
            .File("calendarDates.csv", "schoolSourcedId,date,calendarEvent\ns1,2024-09-02,Lesson day\n")
            .File("attendance.csv", Attendance + "u1,s1,,2024-09-02,A\nu2,s1,,2024-09-02, ILL \nu2,s1,,2024-09-03,Tardy\n")
            .File("disciplineActions.csv", "sourcedId,userSourcedId,discipline,disciplineDate\na,u1,07,2024-09-10\nb,u1,99,2024-09-10\n");

        var validated = await package.ValidateAsync(new ValidationRequest { Codes = DistrictCodes.Of(profile) });

        Assert.Equal(["Unexcused Absence", "Excused Absence", "Tardy"], validated.Sink.Rows["attendance"].Select(row => row.Cells[4]));
        Assert.Equal(["09", "09,10", null], Enumerable.Range(0, 3).Select(row => validated.Sink.Cell("users", row, "grades")));
        Assert.Equal(["student", "teacher"], Enumerable.Range(0, 2).Select(row => validated.Sink.Cell("enrollments", row, "role")));
        Assert.Equal((3, 3, 0), (validated.File("enrollments.csv").RowsRead, validated.File("enrollments.csv").RowsAccepted, validated.File("enrollments.csv").RowsRejected));
        Assert.Equal("Out of School Suspension", validated.Sink.Cell("disciplineActions", 0, "discipline"));
        Assert.Equal((2, 1), (validated.File("disciplineActions.csv").RowsRead, validated.File("disciplineActions.csv").RowsRejected));
        Assert.Equal("Lesson day", validated.Sink.Cell("calendarDates", 0, "calendarEvent"));
        Assert.DoesNotContain(DiagnosticCodes.RowUnknownCode, validated.Result.CountsByCode.Keys);
    }

    [Fact]
    public async Task Codes_OfTheProfile_AreAppliedToMappedTables()
    {
        var profile = ProfileReader.Read("""
            name: x
            version: 1
            conformance: lenient
            codes:
              attendance.attendanceEventCategory: { map: { A: Unexcused Absence }, onUnknown: reject }
            tables:
              attendance:
                sources:
                  - file: abs.csv
                    columns: { userSourcedId: PUPIL, schoolSourcedId: SCHOOL, eventDate: DAY, attendanceEventCategory: KIND }
            """);
        await using var package = await ZipPackage.OpenAsync(
            new TestPackage().File("abs.csv", "PUPIL,SCHOOL,DAY,KIND\nu1,s1,2024-09-02,A\nu1,s1,2024-09-03,Tardy\n").ToZip(), cancellationToken: TestContext.Current.CancellationToken);
        var findings = new Findings();
        var sink = new RecordingSink();

        var result = await PackageValidator.ValidateAsync(
            package,
            new ValidationRequest
            {
                Codes = DistrictCodes.Of(profile),
                MappedTables = await ProfileTables.OpenAsync(package, profile, findings, null, TestContext.Current.CancellationToken),
            },
            findings,
            sink,
            TestContext.Current.CancellationToken);

        Assert.Equal("Unexcused Absence", Assert.Single(sink.Rows["attendance"]).Cells[4]);
        Assert.Equal(1, result.CountsByCode[DiagnosticCodes.RowUnknownCode]);
    }
}
