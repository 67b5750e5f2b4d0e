using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>The rules between cells, rows and files (standard 1.2, the tables of section 4 and their notes).</summary>
public sealed class MeaningRuleTests
{
    public static TheoryData<string, string[], string, long, string> Broken => new()
    {
        { "courses", ["c1,,,t1,Algebra,ALG,09,d1,,"], DiagnosticCodes.SemanticAcademicSessionTypeMismatch, 2, "schoolYearSourcedId" },
        { "classes", ["k1,,,A,09,c1,A1,scheduled,,s1,t1,,,", "k2,,,A,09,c1,A1,scheduled,,d1,t1,,,"], DiagnosticCodes.SemanticOrgTypeMismatch, 3, "schoolSourcedId" },
        { "enrollments", ["e1,,,k1,s1,u1,student,,,", "e2,,,k2,d1,u2,student,,,", "e3,,,k1,s1,u3,teacher,true,,"], DiagnosticCodes.SemanticOrgTypeMismatch, 3, "schoolSourcedId" },
        { "lineItems", ["l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10,s1", "l2,,,Quiz,,2024-09-01,2024-09-08,k1,g1,y1,0,10,s1"], DiagnosticCodes.SemanticAcademicSessionTypeMismatch, 3, "academicSessionSourcedId" },
        { "lineItems", ["l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10,s1", "l2,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10,d1"], DiagnosticCodes.SemanticOrgTypeMismatch, 3, "schoolSourcedId" },
        { "lineItems", ["l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10,s1", "l2,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,10.5,10,s1"], DiagnosticCodes.SemanticInvalidScoreRange, 3, "resultValueMin" },
        { "roles", ["r1,,,u1,primary,student,,,s1,p1", "r2,,,u2,primary,student,,,s1,", "r3,,,u3,primary,teacher,,,s1,", "r4,,,u4,primary,aide,,,d1,", "r5,,,u1,primary,aide,,,s1,"], DiagnosticCodes.SemanticMultiplePrimaryRolesForUserOrg, 6, "roleType" },
        { "roles", ["r1,,,u1,primary,student,,,s1,p2", "r2,,,u2,primary,student,,,s1,", "r3,,,u3,primary,teacher,,,s1,", "r4,,,u4,primary,aide,,,d1,"], DiagnosticCodes.SemanticUserProfileUserMismatch, 2, "userProfileSourcedId" },
        { "users", [FullPackage.User("u1", "s1"), FullPackage.User("u2", "s1"), FullPackage.User("u3", "s1"), FullPackage.User("u4", "s1")], DiagnosticCodes.SemanticPrimaryOrgMissingRole, 5, "primaryOrgSourcedId" },
        { "results", ["x1,,,l1,u1,fully graded,-0.5,2024-09-09,,,k1,,,,"], DiagnosticCodes.SemanticScoreBelowMin, 2, "score" },
        { "results", ["x1,,,l1,u1,fully graded,10.01,2024-09-09,,,,,,,"], DiagnosticCodes.SemanticScoreAboveMax, 2, "score" },
        { "results", ["x1,,,l1,u2,fully graded,5,2024-09-09,,,k2,,,,"], DiagnosticCodes.SemanticResultClassMismatch, 2, "classSourcedId" },
        { "results", ["x1,,,l1,u2,fully graded,5,2024-09-09,,,k1,,,,"], DiagnosticCodes.SemanticResultStudentNotEnrolled, 2, "studentSourcedId" },
        { "results", ["x1,,,l1,u2,fully graded,5,2024-09-09,,,,,,,"], DiagnosticCodes.SemanticResultStudentNotEnrolled, 2, "studentSourcedId" },
        { "scoreScales", ["z1,,,L,letter,s1,c1,k1,A:94"], DiagnosticCodes.SemanticInvalidScoreScaleMapping, 2, "scoreScaleValue" },
        { "scoreScales", ["z1,,,L,letter,s1,c1,k1,\"{A:94},{B:C:D}\""], DiagnosticCodes.SemanticInvalidScoreScaleMapping, 2, "scoreScaleValue" },
        { "scoreScales", ["z1,,,L,letter,s1,c1,k1,{:94}"], DiagnosticCodes.SemanticInvalidScoreScaleMapping, 2, "scoreScaleValue" },
        { "lineItemLearningObjectiveIds", ["lo1,,,l1,case,goal-1"], DiagnosticCodes.SemanticInvalidCaseLearningObjectiveId, 2, "learningObjectiveId" },
        { "resultLearningObjectiveIds", ["xo1,,,x1,case,urn:uuid:22222222-2222-4222-8222-22222222ABCD,,"], DiagnosticCodes.SemanticInvalidCaseLearningObjectiveId, 2, "learningObjectiveId" },
        { "userResources", ["uw1,,,u1,s2,k1,w1"], DiagnosticCodes.SemanticUserResourceClassOrgMismatch, 2, "orgSourcedId" },
        { "userResources", ["uw1,,,u2,s1,k1,w1"], DiagnosticCodes.SemanticUserResourceUserNotEnrolled, 2, "userSourcedId" },
        { "userResources", ["uw1,,,u3,s1,k1,w1"], DiagnosticCodes.SemanticResourceRoleMismatch, 2, "resourceSourcedId" },
        { "userResources", ["uw1,,,u4,,,w1"], DiagnosticCodes.SemanticResourceRoleMismatch, 2, "resourceSourcedId" },
    };

    public static TheoryData<string, string[]> Kept => new()
    {
        { "classes", ["k1,,,A,09,c1,A1,scheduled,,s1,t1,,,", "k2,,,A,09,c1,A1,ext:lab,,s2,t1,,,"] },
        { "results", ["x1,,,l1,u1,ext:late,0,2024-09-09,,,,,,,"] },
        { "results", ["x1,,,l1,u1,fully graded,,2024-09-09,,A,,,,,"] },
        { "results", ["x1,,,l1,u3,fully graded,10,2024-09-09,,,k1,,,,"] },
        { "roles", ["r1,,,u1,primary,student,,,s1,p1", "r2,,,u2,primary,student,,,s1,", "r3,,,u3,primary,teacher,,,s1,", "r4,,,u4,primary,aide,,,d1,", "r5,,,u1,secondary,aide,,,s1,", "r6,,,u1,primary,aide,,,d1,"] },
        { "resources", ["w1,,,vendor-1,Book,ext:tutor,primary,,", "w2,,,vendor-2,Atlas,,,,"] },
    };

    [Fact]
    public async Task Rules_OnASoundSet_FindNothing()
    {
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            var validated = await FullPackage.Create().ValidateAsync(conformance);

            Assert.Equal([], validated.Findings.All);
            Assert.Equal("1.2", validated.Result.Version);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Rule_ThatARowBreaks_IsAnErrorInStrictAndAWarningInLenient(string table, string[] rows, string code, long row, string column)
    {
        var package = FullPackage.Create().With(table, rows);

        var strict = await package.ValidateAsync(Conformance.Strict);
        var lenient = await package.ValidateAsync(Conformance.Lenient);

        var error = Assert.Single(strict.Findings.All, finding => finding.Code == code);
        Assert.Equal((Severity.Error, table + ".csv", row, column), (error.Severity, error.File, error.Row!.Value, error.Column));
        Assert.Equal(1, strict.File(table + ".csv").RowsRejected);
        var warning = Assert.Single(lenient.Findings.All);
        Assert.Equal((code, Severity.Warning, row), (warning.Code, warning.Severity, warning.Row!.Value));
        Assert.Equal(0, lenient.File(table + ".csv").RowsRejected);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Rule_ThatARowKeeps_FindsNothing(string table, string[] rows)
    {
        var package = FullPackage.Create().With(table, rows);
        if (table == "resources")
        {
            package.With("roles", "r1,,,u1,primary,student,,,s1,p1", "r2,,,u2,primary,student,,,s1,", "r3,,,u3,primary,teacher,,,s1,", "r4,,,u4,primary,counselor,,,d1,", "r5,,,u1,secondary,ext:tutor,,,s1,");
        }

        Assert.Equal([], (await package.ValidateAsync(Conformance.Strict)).Findings.All);
    }

    [Fact]
    public async Task Score_OfALineItemWhoseRangeContradictsItself_IsNotJudged()
    {
        var validated = await FullPackage.Create()
            .With("lineItems", "l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,10,0,s1").ValidateAsync(Conformance.Lenient);

        Assert.Equal([DiagnosticCodes.SemanticInvalidScoreRange], validated.Findings.Codes());
    }

    [Fact]
    public async Task Membership_WithoutAllEnrollmentsOrRoles_IsNotJudged()
    {
        const string Stamp = "2025-01-01T00:00:00.000Z";
        var package = FullPackage.Create()
            .With("enrollments", $"e9,active,{Stamp},k2,s1,u2,student,,,")
            .With("roles", $"r9,active,{Stamp},u4,secondary,aide,,,d1,")
            .Manifest(FullPackage.Version, "bulk");
        package.File("manifest.csv", package.Text("manifest.csv").Replace("file.enrollments,bulk", "file.enrollments,delta", StringComparison.Ordinal)
            .Replace("file.roles,bulk", "file.roles,delta", StringComparison.Ordinal));

        Assert.Equal([], (await package.ValidateAsync(Conformance.Strict)).Findings.All);
    }

    [Fact]
    public async Task Rules_OnADelta_WarnWhereNothingIsKnownAndRejectWhereSomethingIs()
    {
        const string Stamp = "2025-01-01T00:00:00.000Z";
        var package = new TestPackage()
            .With("scoreScales", $"z1,active,{Stamp},L,letter,s1,c1,k1,A:94")
            .Manifest(FullPackage.Version, "delta");

        var alone = await package.ValidateAsync(Conformance.Strict);
        var whole = await package.ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict, References = ReferenceScope.Package });
        var based = await package.ValidateAsync(new ValidationRequest
        {
            Conformance = Conformance.Strict,
            BaseReferences = (table, _) => new[] { table[..1] == "o" ? "s1" : table == "courses" ? "c1" : "k1" }.ToAsyncEnumerable(),
        });

        Assert.Equal(0, alone.Result.Errors);
        Assert.Contains(DiagnosticCodes.SemanticInvalidScoreScaleMapping, alone.Findings.Codes());
        Assert.Equal(
            [DiagnosticCodes.ReferenceMissingTargetFile, DiagnosticCodes.SemanticInvalidScoreScaleMapping], whole.Findings.Codes(Severity.Error));
        Assert.Equal([DiagnosticCodes.SemanticInvalidScoreScaleMapping], based.Findings.Codes(Severity.Error));
    }
}
