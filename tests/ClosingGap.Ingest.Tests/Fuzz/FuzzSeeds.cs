using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.OneRoster;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>The sound packages that are spoiled, each with a secret in its cells.</summary>
internal static class FuzzSeeds
{
    /// <summary>Stands in cells only, so it may stand nowhere else.</summary>
    public const string Secret = "Qzsecretqz";

    private static readonly DistrictProfile s_mapping = ProfileReader.Read("""
        name: fuzz
        version: 1
        conformance: lenient
        tables:
          orgs: { sources: [{ file: schools.csv, columns: { sourcedId: id, name: title, type: { constant: school } } }] }
          users: { sources: [{ file: people.csv, filter: [{ column: id, notBlank: true }], columns: { sourcedId: id, givenName: first, familyName: last } }] }
        """);

    private static readonly Func<FuzzDrop>[] s_seeds = [Older, OlderDelta, Newer, Extended, Mapped, FuzzLms.Tree, FuzzLms.Canvas];

    public static int Count => s_seeds.Length;

    /// <summary>A new copy of a sound package.</summary>
    public static FuzzDrop Make(int number) => s_seeds[number % s_seeds.Length]();

    private static FuzzDrop Older() => Of(Rostering());

    private static FuzzDrop OlderDelta() => Of(new TestPackage()
        .Table("orgs", "1.1", "s1,active,2025-01-02T03:04:05.678Z,School,school,,")
        .Table("users", "1.1", $"u1,active,2025-01-02T03:04:05.678Z,true,s1,student,{Secret},,{Secret},{Secret},,,,,,,09,", "u2,tobedeleted,2025-01-02T03:04:05.678Z,,,,,,,,,,,,,,,")
        .Manifest("1.1", "delta"));

    private static FuzzDrop Newer() => Of(TestPackage.Rostering("1.2")
        .Table("users", "1.2", $"u1,,,true,{Secret},{{LDAP:{Secret}}},{Secret},\"{Secret}, Jr.\",,,,,,,\"09,10\",,,,,,,s1,", $"u2,,,true,two,,G2,F2,,,{Secret}@x.org,,,u1,09,,,,,,,s1,")
        .Table("roles", "1.2", "r1,,,u1,primary,student,,,s1,", "r2,,,u2,primary,teacher,2024-08-01,,s1,")
        .Table("enrollments", "1.2", "e1,,,k1,s1,u1,student,,2024-08-01,", "e2,,,k1,s1,u2,teacher,true,,")
        .Table("demographics", "1.2", "u1,,,2010-01-31,female,false,false,false,false,true,false,false,,,,")
        .Manifest("1.2"));

    private static FuzzDrop Extended() => Of(Rostering()
        .Table("categories", "1.1", "cat1,,,Homework", "cat2,,,Tests")
        .Table("lineItems", "1.1", $"l1,,,Essay,{Secret},2024-09-01,2024-09-08,k1,cat1,t1,0,10")
        .Table("results", "1.1", $"x1,,,l1,u1,fully graded,9.5,2024-09-09,{Secret}", "x2,,,l1,u2,exempt,0,2024-09-09,")
        .File("attendance.csv", "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory,eventDuration\nu1,s1,k1,2024-09-02,Unexcused Absence,0.5\nu2,s1,,2024-09-02,In Attendance,1\n"));

    private static FuzzDrop Mapped() => new()
    {
        Profile = s_mapping,
        Files = [.. new TestPackage()
            .File("schools.csv", "id,title\ns1,School\ns2,\"Other, School\"\n")
            .File("people.csv", $"id,first,last\nu1,{Secret},{Secret}\nu2,Ann,Bee\n,x,y\n").Files],
    };

    private static TestPackage Rostering() => TestPackage.Rostering()
        .Table("users", "1.1", $"u1,,,true,s1,student,{Secret},,{Secret},{Secret},,,,,,,09,", $"u2,,,true,s1,student,two,,\"{Secret} \"\"x\"\"\",F2,,,,,,u1,09,", "u3,,,true,s1,teacher,three,,G3,F3,,,,,,,,")
        .Manifest();

    private static FuzzDrop Of(TestPackage package) => new() { Files = [.. package.Files] };
}
