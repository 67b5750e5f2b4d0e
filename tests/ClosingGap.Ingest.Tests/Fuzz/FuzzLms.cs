using System.Text;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.Lms;
using ClosingGap.Ingest.Tests.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>Sound exports of learning management systems, which the built-in profiles read and join to a roster.</summary>
internal static class FuzzLms
{
    private const string Night = "2026-01-01-22-00-00.csv";

    // L3 is the identifier of two students, and code-9 that of two classes.
    private static readonly JoinReference[] s_students = [new("sis-1", null), new("sis-2", "L2"), new("sis-3", "L3"), new("sis-4", "L3")];
    private static readonly JoinReference[] s_classes = [new("cls-1", null), new("cls-7", "code-7"), new("cls-9", "code-9"), new("cls-0", "code-9")];

    /// <summary>A tree of Ed-Fi's LMS Toolkit with a file of every kind, and an older one of users that does not count.</summary>
    public static FuzzDrop Tree() => Of(BuiltInProfiles.LmsUdm, new MemoryPackage()
        .With("users/2025-12-31-22-00-00.csv", "SourceSystemIdentifier,UserRole", "u9,student")
        .With(
            $"users/{Night}",
            "SourceSystemIdentifier,SourceSystem,UserRole,LocalUserIdentifier,SISUserIdentifier,Name,EmailAddress",
            $"u1,LMS,student,,sis-1,{FuzzSeeds.Secret},a@x.org", $"u2,LMS,Student,,L2,\"{FuzzSeeds.Secret}, Ben\",", "u3,LMS,student,,L3,,", $"u4,LMS,student,,{FuzzSeeds.Secret},,", "u5,LMS,student,,,,", "t1,LMS,teacher,,T1,,")
        .With(
            $"sections/{Night}",
            "SourceSystemIdentifier,SourceSystem,SISSectionIdentifier,Title,SectionDescription,Term,LMSSectionStatus",
            $"7,LMS,code-7,{FuzzSeeds.Secret},,,Active", "8,LMS,,Club,,,available", "9,LMS,code-9,Nine,,,Archived")
        .With(
            $"section=7/assignments/{Night}",
            "SourceSystemIdentifier,SourceSystem,Title,AssignmentCategory,AssignmentDescription,StartDateTime,EndDateTime,DueDateTime,SubmissionType,MaxPoints,LMSSectionSourceSystemIdentifier",
            $"a1,LMS,{FuzzSeeds.Secret},Assignment,,2026-01-02 08:00:00,,2026-01-09 23:59:00,\"['on_paper']\",10,7", "a2,LMS,Two,Assignment,,,,2026-01-10 23:59,online_upload,10.5,7")
        .With(
            $"section=7/section-associations/{Night}",
            "SourceSystemIdentifier,SourceSystem,EnrollmentStatus,LMSUserSourceSystemIdentifier,LMSSectionSourceSystemIdentifier",
            "x1,LMS,active,u1,7", "x2,LMS,Completed,u2,7", "x3,LMS,active,t1,7")
        .With(
            $"section=7/assignment=a1/submissions/{Night}",
            "SourceSystemIdentifier,SourceSystem,SubmissionStatus,SubmissionDateTime,EarnedPoints,Grade,AssignmentSourceSystemIdentifier,LMSUserSourceSystemIdentifier",
            $"s1,LMS,graded,2026-01-09 10:00:00,9,{FuzzSeeds.Secret},a1,u1", "s2,LMS,late,2026-01-11 10:00:00,7,B,a1,u2", "s3,LMS,missing,,,,a1,u3")
        .With(
            $"section=7/grades/{Night}",
            "SourceSystemIdentifier,SourceSystem,Grade,GradeType,LMSUserLMSSectionAssociationSourceSystemIdentifier",
            "g1,LMS,88.5,current,x1", "g2,LMS,B+,Final,x2")
        .With(
            $"section=7/section-activities/{Night}",
            "SourceSystemIdentifier,SourceSystem,ActivityType,ActivityDateTime,ActivityStatus,ParentSourceSystemIdentifier,ActivityTimeInMinutes,LMSSectionSourceSystemIdentifier,LMSUserSourceSystemIdentifier",
            $"d1,LMS,discussion,2026-01-05 15:00:00,{FuzzSeeds.Secret},,,7,u1", "d2,LMS,discussion,2026-01-06 15:00:00,created,,12.5,7,u2")
        .With(
            $"system-activities/date=2026-01-05/{Night}",
            "LMSUserSourceSystemIdentifier,ActivityDateTime,SourceSystem,SourceSystemIdentifier,ActivityType,ActivityStatus,ParentSourceSystemIdentifier,ActivityTimeInMinutes",
            "u1,2026-01-05 08:00:00,LMS,v1,sign-in,active,,30", "u1,2026-01-05 08:00:00,LMS,v1,sign-in,active,,30")
        .With(
            $"section=7/attendance-events/{Night}",
            "SourceSystemIdentifier,SourceSystem,EventDate,AttendanceStatus,LMSSectionSourceSystemIdentifier,LMSUserSourceSystemIdentifier",
            "e1,LMS,2026-01-05,present,7,u1")
        .With($"section=8/grades/{Night}", Array.Empty<byte>()));

    /// <summary>A snapshot of Canvas Data 2 tables.</summary>
    public static FuzzDrop Canvas() => Of(BuiltInProfiles.CanvasData2, CanvasDataTests.Snapshot(), ("Ann", FuzzSeeds.Secret), ("Essay", FuzzSeeds.Secret), ("Algebra", FuzzSeeds.Secret));

    private static FuzzDrop Of(DistrictProfile profile, MemoryPackage package, params (string Text, string By)[] replaced) => new()
    {
        Profile = profile,
        Roster = (table, _) => (table == "users" ? s_students : s_classes).ToAsyncEnumerable(),
        Files = [.. package.Files.Select(file => (file.Name, Encoding.UTF8.GetBytes(
            replaced.Aggregate(Encoding.UTF8.GetString(file.Content), static (text, one) => text.Replace(one.Text, one.By, StringComparison.Ordinal)))))],
    };
}
