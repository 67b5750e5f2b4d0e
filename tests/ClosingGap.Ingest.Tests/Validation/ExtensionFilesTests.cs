using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class ExtensionFilesTests
{
    private const string Enrollment = "sourcedId,userSourcedId,schoolSourcedId,schoolYear,entryDate,exitWithdrawDate,fullTimeEquivalency";

    [Theory]
    [InlineData("schoolEnrollments", Enrollment, "x,u1,s1,2025,2024-08-10,2024-08-09,1", "semantic.end_before_begin", true)]
    [InlineData("schoolEnrollments", Enrollment, "x,u1,s1,2025,2024-08-10,2024-08-10,0.5", null, false)]
    [InlineData("schoolEnrollments", Enrollment, "x,u1,s1,2025,2024-08-10,,100", "row.number_out_of_range", false)]
    [InlineData("studentPrograms", "userSourcedId,characteristic,beginDate,endDate", "u1,IDEA,2024-08-10,2024-01-01", "semantic.end_before_begin", true)]
    [InlineData("interventions", "sourcedId,userSourcedId,interventionType,beginDate,endDate", "x,u1,Tutoring,2024-08-10,2024-01-01", "semantic.end_before_begin", true)]
    [InlineData("attendance", "userSourcedId,schoolSourcedId,eventDate,attendanceEventCategory,eventDuration", "u1,s1,2024-09-02,Tardy,1.01", "row.number_out_of_range", true)]
    [InlineData("attendance", "userSourcedId,schoolSourcedId,eventDate,attendanceEventCategory,eventDuration", "u1,s1,2024-09-02,Tardy,0.25", null, false)]
    [InlineData("courseTranscripts", "sourcedId,userSourcedId,schoolYear,courseAttemptResult,earnedCredits", "x,u1,2024,Pass,-0.5", "row.number_out_of_range", true)]
    [InlineData("graduationPlans", "graduationPlanType,orgSourcedId,academicSubject,requiredCredits", "Standard,d1,Mathematics,-1", "row.number_out_of_range", true)]
    [InlineData("graduationPlans", "graduationPlanType,orgSourcedId,academicSubject,requiredCredits", "Standard,d1,Mathematics,4", null, false)]
    [InlineData("disciplineActions", "sourcedId,userSourcedId,discipline,disciplineDate,disciplineActionLength", "x,u1,Other,2024-09-02,-1", "row.number_out_of_range", true)]
    [InlineData("assessments", "assessmentIdentifier,title,scoreMin,scoreMax", "x,T,500,200", "semantic.invalid_score_range", false)]
    [InlineData("assessmentResults", "sourcedId,userSourcedId,assessmentIdentifier,scoreResult", "x,u1,t,", "semantic.no_result", false)]
    [InlineData("assessmentResults", "sourcedId,userSourcedId,assessmentIdentifier,scoreResult,standardError", "x,u1,t,20,-1", "row.number_out_of_range", false)]
    [InlineData("gradingPeriodGrades", "userSourcedId,classSourcedId,academicSessionSourcedId,gradeType,letterGrade", "u1,k1,t1,Final,", "semantic.no_result", false)]
    public async Task Row_OfAnExtensionFile_KeepsTheRulesOfItsNumbersAndDays(string table, string header, string row, string? code, bool isRejected)
    {
        var package = TestPackage.Rostering().File(table + ".csv", $"{header}\n{row}\n");

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.Manifest().ValidateAsync(Conformance.Strict);

        var own = lenient.Findings.All.Where(finding => finding.File == table + ".csv" && finding.Code != DiagnosticCodes.ReferenceNotVerified).ToArray();
        Assert.Equal(code is null ? [] : [(code, isRejected ? Severity.Error : Severity.Warning)], own.Select(finding => (finding.Code, finding.Severity)));
        Assert.Equal(isRejected ? 1 : 0, lenient.File(table + ".csv").RowsRejected);
        Assert.Equal(code is null ? 0 : 1, strict.File(table + ".csv").RowsRejected);
    }

    [Fact]
    public async Task CalendarDates_IsInstructional_ReachesTheCanonicalTable()
    {
        var validated = await TestPackage.Rostering()
            .File("calendarDates.csv", "schoolSourcedId,date,calendarEvent,isInstructional\ns1,2024-09-02,Holiday,true\ns1,2024-09-03,Instructional day,\n")
            .ValidateAsync(Conformance.Lenient);

        Assert.Equal(["true", null], validated.Sink.Rows["calendarDates"].Select(row => row.Cells[3]));
    }

    [Theory]
    [InlineData(Conformance.Lenient)]
    [InlineData(Conformance.Strict)]
    public async Task ExtensionFile_WithStatusAndDate_IsADelta(Conformance conformance)
    {
        const string Header = "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory,status,dateLastModified\n";
        var validated = await TestPackage.Rostering().Manifest()
            .File("attendance.csv", Header + "u1,s1,,2024-09-02,Tardy,active,2024-09-02T10:00:00.000Z\nu2,s1,,2024-09-02,Tardy,tobedeleted,2024-09-02T10:00:00.000Z\n")
            .File("interventions.csv", "sourcedId,userSourcedId,interventionType,beginDate,status,dateLastModified\ni,u1,Tutoring,2024-09-02,,\n")
            .ValidateAsync(conformance);

        Assert.Empty(validated.Findings.All);
        Assert.Equal(TableMode.Delta, validated.Sink.Begun.Single(table => table.Table == "attendance").Mode);
        Assert.Equal(TableMode.Bulk, validated.Sink.Begun.Single(table => table.Table == "interventions").Mode);
        Assert.Equal((2, 1), (validated.File("attendance.csv").RowsAccepted, validated.File("attendance.csv").RowsDeleted));
    }
}
