using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Lms;

/// <summary>An invented district's Canvas Data 2 tables through the built-in profile.</summary>
public sealed class CanvasDataTests
{
    private const string Ann = "463100000000007164";
    private const string Ben = "463100000000007165";

    [Fact]
    public async Task Validate_Snapshot_GivesStudentsSectionsWorkAndScores()
    {
        var run = await RunAsync("America/Chicago");
        Assert.Equal((null, 0L), (run.Result.FatalCode, run.Result.Errors));
        Assert.Equal(["sis-1", "L2"], run.Cells("lmsUsers", "userSourcedId"));
        Assert.Equal([Ann, Ben], run.Cells("lmsUsers", "sourcedId"));
        Assert.Equal(["cls-1", "crs-2"], run.Cells("lmsSections", "classSourcedId"));
        Assert.Equal(["active", "completed"], run.Cells("lmsSections", "sectionStatus"));
        Assert.Equal(["active", "invited"], run.Cells("lmsSectionAssociations", "enrollmentStatus"));
        Assert.Equal(["2025-11-02T01:30:00", null], run.Cells("lmsSectionAssociations", "lastActivityDateTime"));
        Assert.Equal(["31", "32"], run.Cells("lmsAssignments", "sourcedId"));
        Assert.Equal(["11", "11"], run.Cells("lmsAssignments", "lmsCourseSourcedId"));
        Assert.Equal([null, null], run.Cells("lmsAssignments", "lmsSectionSourcedId"));
        Assert.Equal(["true", "false"], run.Cells("lmsAssignments", "submissionRequired"));
        Assert.Equal(["2025-10-01T23:59:59", "2025-12-01T23:59:59"], run.Cells("lmsAssignments", "dueDateTime")); // daylight saving, and not
        Assert.Equal(["excused", "missing", "late", "graded", "notSubmitted"], run.Cells("lmsSubmissions", "submissionStatus"));
        Assert.Equal([("91-current", "88.5", "current"), ("91-final", "70", "final")], run.Cells("lmsGrades", "sourcedId")
            .Zip(run.Cells("lmsGrades", "numericGrade"), run.Cells("lmsGrades", "gradeType")).Select(row => (row.First!, row.Second!, row.Third!)));
        Assert.Equal(["21", "21"], run.Cells("lmsGrades", "lmsSectionSourcedId"));
    }

    [Fact]
    public async Task Validate_Times_AreBroughtToTheDistrictsClock()
    {
        Assert.Equal("2025-10-02T04:59:59", (await RunAsync("Etc/UTC")).Cells("lmsAssignments", "dueDateTime")[0]);
        Assert.Equal("2025-10-01T18:59:59", (await RunAsync("Pacific/Honolulu")).Cells("lmsAssignments", "dueDateTime")[0]);
    }

    [Fact]
    public async Task Join_AgainstARoster_FindsStudentsByIdAndIdentifier()
    {
        var run = await LmsRun.OfAsync(Snapshot(), BuiltInProfiles.CanvasData2, [new("sis-1", null), new("sis-2", "L2")], [new("cls-1", null)]);
        Assert.Equal(["sis-1", "sis-2"], run.Cells("lmsUsers", "userSourcedId"));
        Assert.Equal(new JoinFigures(2, 0, 0, 1, 1, 1), run.Result.Joins);
        Assert.Equal(1, run.Codes[DiagnosticCodes.LmsUserWithoutSisId]);
    }

    private static Task<LmsRun> RunAsync(string zone) =>
        LmsRun.OfAsync(Snapshot(), BuiltInProfiles.CanvasData2, options: new ProfileOptions { DistrictZone = TimeZoneInfo.FindSystemTimeZoneById(zone) });

    /// <summary>Ann and Ben are students, one more has no identifier, one teaches; users are in two parts; some rows are marked as deleted.</summary>
    internal static MemoryPackage Snapshot() => new MemoryPackage()
        .With("users/part-1.csv", "key.id,value.name,value.workflow_state,meta.ts", $"{Ann},Ann,registered,t", $"{Ben},Ben,registered,t")
        .With("users/part-2.csv", "key.id,value.name,value.workflow_state,meta.ts,meta.action", "9,Test,registered,t,U", "8,Tess Teacher,registered,t,U", "7,Gone,registered,t,D")
        .With(
            "pseudonyms.csv",
            "key.id,value.user_id,value.sis_user_id,value.workflow_state,meta.ts",
            $"1,{Ann},,active,t", $"2,{Ann},sis-1,active,t", $"3,{Ben},old,deleted,t", $"4,{Ben},L2,active,t", "5,9,,active,t", "6,8,T1,active,t", "7,7,sis-7,active,t")
        .With(
            "enrollments.csv",
            "key.id,value.user_id,value.course_section_id,value.type,value.workflow_state,value.last_activity_at,meta.ts,meta.action",
            $"51,{Ann},21,StudentEnrollment,active,2025-11-02T06:30:00.123Z,t,U",
            $"52,{Ben},22,StudentEnrollment,creation_pending,,t,U",
            "53,9,21,StudentEnrollment,active,,t,U",
            "54,8,21,TeacherEnrollment,active,,t,U",
            $"55,{Ben},21,StudentEnrollment,deleted,,t,U",
            $"56,{Ann},22,StudentEnrollment,active,,t,D")
        .With("courses.csv", "key.id,value.sis_source_id,value.workflow_state,meta.ts", "11,crs-1,available,t", "12,crs-2,completed,t", "13,crs-3,deleted,t")
        .With(
            "course_sections.csv",
            "key.id,value.course_id,value.sis_source_id,value.name,value.workflow_state,meta.ts",
            "21,11,cls-1,English,active,t", "22,12,,Algebra,active,t", "23,13,cls-3,Closed,active,t", "24,11,cls-4,Removed,deleted,t")
        .With(
            "assignments.csv",
            "key.id,value.context_id,value.context_type,value.title,value.due_at,value.points_possible,value.submission_types,value.workflow_state,meta.ts",
            "31,11,Course,Essay,2025-10-02T04:59:59Z,100,\"online_upload,online_url\",published,t",
            "32,11,Course,On paper,2025-12-02T05:59:59.000Z,10,on_paper,published,t",
            "33,11,Course,Draft,,10,online_upload,unpublished,t")
        .With(
            "submissions.csv",
            "key.id,value.assignment_id,value.user_id,value.score,value.grade,value.submitted_at,value.workflow_state,value.excused,value.late_policy_status,meta.ts",
            $"61,31,{Ann},90,A,2025-10-01T12:00:00Z,graded,true,late,t",
            $"62,31,{Ben},,,,unsubmitted,false,missing,t",
            $"63,32,{Ann},5,C,2025-12-03T12:00:00Z,graded,,late,t",
            $"64,32,{Ben},5,C,2025-12-01T12:00:00Z,graded,,extended,t",
            $"65,32,{Ann},,,,unsubmitted,,,t",
            $"66,33,{Ann},,,,unsubmitted,,,t", // of an assignment that is not published
            "67,32,8,,,,unsubmitted,,,t", // of a teacher
            $"68,32,{Ann},,,,deleted,,,t")
        .With(
            "scores.csv",
            "key.id,value.enrollment_id,value.current_score,value.final_score,value.course_score,value.workflow_state,meta.ts",
            "91,51,88.50,70,true,active,t", "92,51,1,2,false,active,t", "93,54,1,2,true,active,t", "94,52,,,true,active,t");
}
