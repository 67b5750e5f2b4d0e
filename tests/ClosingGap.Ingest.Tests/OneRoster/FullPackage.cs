namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>A complete bulk set of OneRoster 1.2: one school, two classes, a teacher, two students, a gradebook and resources.</summary>
internal static class FullPackage
{
    /// <summary>The version of the set.</summary>
    public const string Version = "1.2";

    /// <summary>A set that keeps every rule.</summary>
    public static TestPackage Create() => TestPackage.Rostering(Version)
        .With("orgs", "d1,,,District,district,,", "s1,,,School,school,,d1", "s2,,,Other,ext:academy,,d1")
        .With("classes", "k1,,,Algebra 1,09,c1,A1,scheduled,,s1,t1,,,", "k2,,,Algebra 2,09,c1,A2,scheduled,,s1,t1,,,")
        .With("users", User("u1", "s1"), User("u2", "s1"), User("u3", "s1"), User("u4", string.Empty))
        .With("userProfiles", "p1,,,u1,lms,vendor,,,name,one,hidden", "p2,,,u2,lms,vendor,,,name,two,hidden")
        .With("roles", "r1,,,u1,primary,student,,,s1,p1", "r2,,,u2,primary,student,,,s1,", "r3,,,u3,primary,teacher,,,s1,", "r4,,,u4,primary,counselor,,,d1,")
        .With("enrollments", "e1,,,k1,s1,u1,student,,,", "e2,,,k2,s1,u2,student,,,", "e3,,,k1,s1,u3,teacher,true,,")
        .With("demographics", "u1,,,2010-01-31,unspecified,false,false,false,false,true,false,false,,,,")
        .With("categories", "g1,,,Homework,20")
        .With("lineItems", "l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10,s1")
        .With("results", "x1,,,l1,u1,fully graded,9.50,2024-09-09,,,k1,false,false,false,false")
        .With("scoreScales", "z1,,,Letters,letter,s1,c1,k1,\"{A:90-100},{B:80-89}\"")
        .With("lineItemScoreScales", "lz1,,,,l1,z1")
        .With("resultScoreScales", "xz1,,,,x1,z1")
        .With("lineItemLearningObjectiveIds", "lo1,,,l1,case,urn:uuid:22222222-2222-4222-8222-22222222abcd")
        .With("resultLearningObjectiveIds", "xo1,,,x1,unknown,goal,1,")
        .With("resources", "w1,,,vendor-1,Book,\"student,ext:tutor\",primary,,", "w2,,,vendor-2,Atlas,,,,")
        .With("classResources", "cw1,,,,k1,w1")
        .With("courseResources", "ow1,,,,c1,w1")
        .With("userResources", "uw1,,,u1,s1,k1,w1", "uw2,,,u4,,,w2")
        .Manifest(Version);

    /// <summary>A user of the set.</summary>
    public static string User(string id, string primaryOrg) => $"{id},,,true,{id},,Given,Family,,,,,,,09,,,,,,,{primaryOrg},";

    /// <summary>Replaces a file of the set.</summary>
    public static TestPackage With(this TestPackage package, string table, params string[] rows) => package.Table(table, Version, rows);
}
