namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>
/// An LMS of the fall of 2021 in the standard layout: two sections of one course, four assignments. The first student is in the one section:
/// one assignment done, one missing, one late. The second is in the other: the course's assignment done. Others have no account.
/// </summary>
internal static class LmsPackage
{
    public const string Source = "lms";

    /// <summary>The last day on which anyone did anything. An assignment is due later, in May.</summary>
    public static readonly DateOnly LastMeasured = new(2021, 10, 20);

    /// <summary>What no document of another student may hold.</summary>
    public const string OfTheFirst = "Fractions";

    public static SamplePackage Of(string first, string second) => SamplePackage.Of(
        Table("lmsUsers", "sourcedId,userSourcedId,sourceSystem,userRole", $"u1,{first},Canvas,student", $"u2,{second},Canvas,student"),
        Table("lmsSections", "sourcedId,classSourcedId,lmsCourseSourcedId,title,term,sectionStatus", "L1,,K1,Algebra,Fall,active", "L2,,K1,Geometry,Fall,active"),
        Table(
            "lmsAssignments", "sourcedId,lmsSectionSourcedId,lmsCourseSourcedId,title,assignmentCategory,dueDateTime,maxPoints,submissionRequired",
            $"a1,L1,,{OfTheFirst} one,Homework,2021-10-01T23:59:00,10,true", $"a2,L1,,{OfTheFirst} two,Homework,2021-10-08T23:59:00,10,true",
            "a3,,K1,Of the course,Quiz,2021-10-15T12:00:00,10,true", "a4,L1,,In May,Homework,2022-05-01T12:00:00,10,true"),
        Table("lmsSectionAssociations", "sourcedId,userSourcedId,lmsSectionSourcedId,enrollmentStatus,lastActivityDateTime", $"e1,{first},L1,active,", $"e2,{second},L2,active,"),
        Table(
            "lmsSubmissions", "sourcedId,userSourcedId,lmsAssignmentSourcedId,submissionStatus,submissionDateTime,earnedPoints,grade",
            $"s1,{first},a1,graded,2021-09-30T10:00:00,9,", $"s2,{first},a2,missing,,,", $"s3,{first},a3,submitted,2021-10-20T08:00:00,,",
            $"s4,{second},a3,graded,2021-10-14T08:00:00,10,"),
        Table("lmsGrades", "sourcedId,userSourcedId,lmsSectionSourcedId,gradeType,letterGrade,numericGrade", $"g1,{first},L1,current,C,71.5"),
        Table("lmsActivities", "sourcedId,userSourcedId,lmsSectionSourcedId,activityType,activityDateTime,activityStatus,activityMinutes", $"v1,{second},L2,quiz,2021-10-12T09:00:00,done,12.5"));

    /// <summary>The same files, each with its header alone.</summary>
    public static SamplePackage WithoutRows(this SamplePackage package) => SamplePackage.Of([.. package.Files.Keys.Select(file => (file, package.Header(file) + "\n"))]);

    /// <summary>Drops it, and expects it to be published.</summary>
    public static Task<Pipeline.Drops.Drop> PublishLmsAsync(this PipelineHost host, string name, SamplePackage package, DateOnly? asOf = null) =>
        host.PublishAsync($"{host.District.State}/{host.District.LocalId}/{Source}/{name}.zip", package.ToZip(), asOf);

    private static (string File, string Text) Table(string name, string header, params string[] rows) => (name + ".csv", string.Join('\n', [header, .. rows]) + "\n");
}
