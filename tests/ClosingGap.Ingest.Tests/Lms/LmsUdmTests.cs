using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Lms;

/// <summary>The trees of Ed-Fi's LMS Toolkit through the built-in profile; what is expected is counted by the test itself.</summary>
public sealed class LmsUdmTests
{
    private static readonly string[] s_times = ["yyyy-MM-ddTHH:mm:ss"];

    [Theory]
    [InlineData("sample-out")]
    [InlineData("starter-kit-sample")]
    public async Task Validate_ToolkitTree_AcceptsTheRowsOfStudentsInTheNewestFiles(string name)
    {
        var tree = LmsTree.Sample(name);
        await using var package = FolderPackage.Open(tree.Folder);
        var run = await LmsRun.OfAsync(package, BuiltInProfiles.LmsUdm);

        var students = tree.Students();
        var sections = tree.Rows("sections").Select(row => row["SourceSystemIdentifier"]).ToHashSet();
        var assignments = tree.Rows("assignments").Select(row => row["SourceSystemIdentifier"]).ToHashSet();
        var associations = tree.Rows("section-associations").ToDictionary(row => row["SourceSystemIdentifier"], StringComparer.Ordinal);
        Assert.Null(run.Result.FatalCode);
        Assert.Equal(0, run.Result.Errors);
        Assert.Equal(0, run.Result.Files.Sum(file => file.RowsRejected));
        Assert.Equal(sections.Count, run.Count("lmsSections"));
        Assert.Equal(assignments.Count, run.Count("lmsAssignments"));
        Assert.Equal(students.Values.Order(StringComparer.Ordinal), run.Cells("lmsUsers", "userSourcedId").Order(StringComparer.Ordinal));
        Assert.Equal(associations.Values.Count(row => students.ContainsKey(row["LMSUserSourceSystemIdentifier"])), run.Count("lmsSectionAssociations"));
        Assert.Equal(
            tree.Rows("submissions").Count(row => students.ContainsKey(row["LMSUserSourceSystemIdentifier"]) && assignments.Contains(row["AssignmentSourceSystemIdentifier"])),
            run.Count("lmsSubmissions"));
        var grades = tree.Rows("grades").Count(row => associations.TryGetValue(row["LMSUserLMSSectionAssociationSourceSystemIdentifier"], out var association)
            && students.ContainsKey(association["LMSUserSourceSystemIdentifier"]));
        Assert.Equal(grades > 0 ? grades : -1, run.Count("lmsGrades"));
        var activities = tree.Rows("section-activities").Concat(tree.Rows(folder => folder.StartsWith("system-activities/", StringComparison.Ordinal)))
            .Count(row => students.ContainsKey(row["LMSUserSourceSystemIdentifier"]));
        Assert.Equal(activities > 0 ? activities : -1, run.Count("lmsActivities"));
    }

    [Fact]
    public async Task Validate_ToolkitSample_KeepsNoNameAndGivesCanonicalCells()
    {
        var tree = LmsTree.Sample("sample-out");
        await using var package = FolderPackage.Open(tree.Folder);
        var run = await LmsRun.OfAsync(package, BuiltInProfiles.LmsUdm);

        var names = tree.Rows("users").SelectMany(user => new[] { user["Name"], user["EmailAddress"] }).Where(name => name.Length > 0).ToArray();
        Assert.NotEmpty(names);
        var kept = run.Sink.Rows.Values.SelectMany(rows => rows).SelectMany(row => row.Cells).OfType<string>().ToHashSet();
        Assert.DoesNotContain(names, kept.Contains);
        Assert.Contains("2942251002", run.Cells("lmsAssignments", "sourcedId"));
        Assert.DoesNotContain("2942251003", run.Cells("lmsAssignments", "sourcedId")); // it stands in the older file only
        Assert.Equal("100", Cell(run, "lmsAssignments", "2942251002", "maxPoints")); // 10 in the older file
        Assert.Equal("2020-08-28T23:59:00", Cell(run, "lmsAssignments", "2942251001", "dueDateTime"));
        Assert.Equal("true", Cell(run, "lmsAssignments", "2942251001", "submissionRequired"));
        Assert.Equal(["graded", "late", "notSubmitted"], run.Cells("lmsSubmissions", "submissionStatus").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["active", "completed", "inactive", "invited"], run.Cells("lmsSectionAssociations", "enrollmentStatus").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["active", "archived", "unpublished"], run.Cells("lmsSections", "sectionStatus").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(("A", null), (Cell(run, "lmsGrades", "1357982", "letterGrade"), Cell(run, "lmsGrades", "1357982", "numericGrade")));
        Assert.Equal((null, "90"), (Cell(run, "lmsGrades", "1357983", "letterGrade"), Cell(run, "lmsGrades", "1357983", "numericGrade")));
        Assert.Equal("2020-08-28", Assert.Single(run.Cells("lmsAttendanceEvents", "eventDate")));
        Assert.All(
            run.Cells("lmsActivities", "activityDateTime"),
            time => Assert.True(DateTime.TryParseExact(time, s_times, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _)));
    }

    [Fact]
    public async Task Validate_Files_AreCountedByPatternAndFindingsNameTheFile()
    {
        var package = Small().With("section=7/assignment=a1/submissions/2026-01-02-00-00-00.csv", SubmissionHeader, "s9,LMS,teleported,,,,a1,u1");
        var run = await LmsRun.OfAsync(package, BuiltInProfiles.LmsUdm);
        var file = Assert.Single(run.Result.Files, file => file.Table == "lmsAssignments");
        Assert.Equal(("section=*/assignments/*.csv", 2L), (file.File, file.RowsRead));
        var found = Assert.Single(run.Found.All, finding => finding.Code == ProfileDiagnosticCodes.UnmappedCode);
        Assert.Equal(("section=7/assignment=a1/submissions/2026-01-02-00-00-00.csv", 2L, Severity.Error), (found.File, found.Row!.Value, found.Severity));
    }

    [Fact]
    public async Task Validate_AFileOfAHostileName_IsNamedAsReportsMayShowIt()
    {
        var run = await LmsRun.OfAsync(Small().With($"section=<b>{new string('x', 80)}/assignment=a1/submissions/1.csv", SubmissionHeader, "s9,LMS,teleported,,,,a1,u1"), BuiltInProfiles.LmsUdm);

        var found = Assert.Single(run.Found.All, finding => finding.Code == ProfileDiagnosticCodes.UnmappedCode);
        Assert.Equal("section=_b_xxxxxxxxx~xxxxxxx/assignment=a1/submissions/1.csv", found.File);
        Assert.Equal(ShownName.MaxLength, found.File!.Length);
    }

    [Fact]
    public async Task Validate_NewerFileWithoutARow_TheRowIsGoneWithAllThatBelongsToIt()
    {
        var before = await LmsRun.OfAsync(Small(), BuiltInProfiles.LmsUdm);
        Assert.Equal(["a1", "a2"], before.Cells("lmsAssignments", "sourcedId"));
        Assert.Equal(["s1", "s2"], before.Cells("lmsSubmissions", "sourcedId").Order(StringComparer.Ordinal));

        var after = await LmsRun.OfAsync(
            Small().With("Section=7/assignments/2026-01-02-00-00-00.csv", AssignmentHeader, "a2,LMS,Two,Assignment,,,,2026-01-10  23:59,none,10,7"), BuiltInProfiles.LmsUdm);

        Assert.Equal(["a2"], after.Cells("lmsAssignments", "sourcedId"));
        Assert.Equal("2026-01-10T23:59:00", Assert.Single(after.Cells("lmsAssignments", "dueDateTime")));
        Assert.Equal("false", Assert.Single(after.Cells("lmsAssignments", "submissionRequired")));
        Assert.Equal(["s2"], after.Cells("lmsSubmissions", "sourcedId"));
        Assert.Equal(0, after.Result.Errors);
        Assert.Equal(1, after.Codes[DiagnosticCodes.ReferenceParentGone]);
    }

    [Fact]
    public async Task Validate_ThousandsOfFiles_OpensEachNewestOnceForItsTableAndNoOlderOne()
    {
        var package = Small();
        for (var number = 0; number < 3_000; number++)
        {
            var folder = FormattableString.Invariant($"section=7/assignment=x{number}/submissions");
            package.With($"{folder}/2026-01-01-00-00-00.csv", SubmissionHeader).With($"{folder}/2026-01-02-00-00-00.csv", SubmissionHeader, FormattableString.Invariant($"x{number},LMS,graded,,,,a1,u1"));
        }

        var run = await LmsRun.OfAsync(package, BuiltInProfiles.LmsUdm);
        Assert.Equal(3_002, run.Count("lmsSubmissions"));
        Assert.All(package.Opened.Where(file => file.Key.Contains("assignment=x", StringComparison.Ordinal)), file => Assert.Equal((1, true), (file.Value, file.Key.Contains("2026-01-02", StringComparison.Ordinal))));
        Assert.Single(run.Result.Files, file => file.Table == "lmsSubmissions");
    }

    [Fact]
    public async Task Join_AgainstARoster_ReplacesIdentifiersAndNamesWhatIsNotFound()
    {
        var package = Small()
            .With(
                "users/2026-01-03-00-00-00.csv",
                UserHeader,
                "u1,LMS,student,,sis-1,,", "u2,LMS,student,,L2,,", "u3,LMS,student,,L3,,", "u4,LMS,student,,ghost,,", "u5,LMS,student,,,,", "t1,LMS,teacher,,T1,,")
            .With("sections/2026-01-03-00-00-00.csv", SectionHeader, "7,LMS,code-7,Seven,,,Active", "8,LMS,,Club,,,Active", "9,LMS,code-9,Nine,,,Active");
        var run = await LmsRun.OfAsync(
            package,
            BuiltInProfiles.LmsUdm,
            [new("sis-1", "L1"), new("sis-2", "L2"), new("sis-3", "L3"), new("sis-33", "L3")],
            [new("class-7", "code-7"), new("class-9a", "code-9"), new("class-9b", "code-9")]);

        Assert.Equal(["sis-1", "sis-2", "L3", "ghost"], run.Cells("lmsUsers", "userSourcedId"));
        Assert.Equal(["class-7", null, "code-9"], run.Cells("lmsSections", "classSourcedId"));
        Assert.Equal(["sis-1", "sis-2"], run.Cells("lmsSubmissions", "userSourcedId").Order(StringComparer.Ordinal));
        Assert.Equal(new JoinFigures(2, 1, 1, 1, 1, 2), run.Result.Joins);
        Assert.Equal(0, run.Result.Errors);
        Assert.Equal(
            [
                (DiagnosticCodes.LmsSectionNotJoined, "sections/2026-01-03-00-00-00.csv", 3L), (DiagnosticCodes.LmsSectionNotJoined, "sections/2026-01-03-00-00-00.csv", 4L),
                (DiagnosticCodes.LmsStudentAmbiguous, "users/2026-01-03-00-00-00.csv", 4L), (DiagnosticCodes.LmsStudentNotJoined, "users/2026-01-03-00-00-00.csv", 5L),
                (DiagnosticCodes.LmsUserWithoutSisId, "users/2026-01-03-00-00-00.csv", 6L),
            ],
            run.Found.All.Where(found => found.Code.StartsWith("lms.", StringComparison.Ordinal)).Select(found => (found.Code, found.File!, found.Row!.Value)).OrderBy(found => found.Code, StringComparer.Ordinal).ThenBy(found => found.Value));
        Assert.All(run.Found.All, found => Assert.Equal(Severity.Warning, found.Severity));
    }

    [Fact]
    public async Task Join_WithoutARoster_IsSaidOnceForEachTable()
    {
        var run = await LmsRun.OfAsync(Small(), BuiltInProfiles.LmsUdm);
        Assert.Equal(["sis-1", "L2"], run.Cells("lmsUsers", "userSourcedId"));
        var unverified = run.Found.All.Where(found => found.Code == DiagnosticCodes.ReferenceNotVerified).ToArray();
        Assert.Equal(["classes", "users", "users"], unverified.Select(found => found.Target).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(run.Found.All, found => found.Code.StartsWith("lms.", StringComparison.Ordinal));
    }

    private const string UserHeader = "SourceSystemIdentifier,SourceSystem,UserRole,LocalUserIdentifier,SISUserIdentifier,Name,EmailAddress";
    private const string SectionHeader = "SourceSystemIdentifier,SourceSystem,SISSectionIdentifier,Title,SectionDescription,Term,LMSSectionStatus";
    private const string AssignmentHeader =
        "SourceSystemIdentifier,SourceSystem,Title,AssignmentCategory,AssignmentDescription,StartDateTime,EndDateTime,DueDateTime,SubmissionType,MaxPoints,LMSSectionSourceSystemIdentifier";

    private const string SubmissionHeader =
        "SourceSystemIdentifier,SourceSystem,SubmissionStatus,SubmissionDateTime,EarnedPoints,Grade,AssignmentSourceSystemIdentifier,LMSUserSourceSystemIdentifier";

    /// <summary>Two students, one section, two assignments, a submission of each; the columns of one file stand in another order.</summary>
    private static MemoryPackage Small() => new MemoryPackage()
        .With("users/2026-01-01-00-00-00.csv", UserHeader, "u1,LMS,student,,sis-1,Ann,a@x.org", "u2,LMS,Student,,L2,Ben,b@x.org")
        .With("sections/2026-01-01-00-00-00.csv", SectionHeader, "7,LMS,code-7,Seven,,,Active")
        .With("section=7/assignments/2026-01-01-00-00-00.csv", AssignmentHeader, "a1,LMS,One,Assignment,,,,2026-01-09 23:59:00,\"['on_paper']\",10,7", "a2,LMS,Two,Assignment,,,,2026-01-10 23:59:00,online_upload,10,7")
        .With("section=7/assignment=a1/submissions/2026-01-01-00-00-00.csv", SubmissionHeader, "s1,LMS,graded,2026-01-09 10:00:00,9,A,a1,u1")
        .With(
            "section=7/Assignment=a2/submissions/2026-01-01-00-00-00.csv",
            "\uFEFFLMSUserSourceSystemIdentifier,AssignmentSourceSystemIdentifier,SourceSystemIdentifier,SubmissionStatus,SubmissionDateTime,EarnedPoints,Grade",
            "u2,a2,s2,late,2026-01-11 10:00:00,7,B")
        .With("section=8/assignment=a3/submissions/2026-01-01-00-00-00.csv", Array.Empty<byte>());

    private static string? Cell(LmsRun run, string table, string id, string column) =>
        run.Cells(table, column)[run.Cells(table, "sourcedId").ToList().IndexOf(id)];
}
