using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Sets, depth, and where references must lead.</summary>
public sealed class ValidationScopeTests
{
    private const string Stamp = "2025-01-01T00:00:00.000Z";

    [Theory]
    [InlineData(OneRosterSet.Rostering, "categories,lineItems,results,scoreScales,lineItemScoreScales,resultScoreScales,lineItemLearningObjectiveIds,resultLearningObjectiveIds,resources,classResources,courseResources,userResources")]
    [InlineData(OneRosterSet.Gradebook, "resources,classResources,courseResources,userResources")]
    [InlineData(OneRosterSet.Resources, "categories,lineItems,results,scoreScales,lineItemScoreScales,resultScoreScales,lineItemLearningObjectiveIds,resultLearningObjectiveIds")]
    [InlineData(OneRosterSet.Full, "")]
    public async Task Set_OfAFullPackage_ReadsItsOwnFilesOnly(OneRosterSet set, string outside)
    {
        var validated = await FullPackage.Create().ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict, Set = set });

        var expected = outside.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(expected, validated.Result.Files.Where(file => !file.IsUsed).Select(file => file.Table).Order(StringComparer.Ordinal));
        Assert.Equal(0, validated.Result.Errors);
        Assert.DoesNotContain(validated.Result.Tables, outside.Split(',').Contains);
        Assert.All(validated.Result.Files.Where(file => file.Table != "manifest"), file => Assert.Equal(file.RowsRead, file.RowsAccepted));
    }

    [Fact]
    public async Task Set_ThatDoesNotHoldAFile_StillReadsItAsCsv()
    {
        var package = FullPackage.Create().File("results.csv", "sourcedId,nonsense\nx1,a,b\n");
        var request = new ValidationRequest { Conformance = Conformance.Strict, Set = OneRosterSet.Resources };

        var resources = await package.ValidateAsync(request);
        var gradebook = await package.ValidateAsync(request with { Set = OneRosterSet.Gradebook });

        Assert.Equal([DiagnosticCodes.TableRowWidthMismatch], resources.Findings.Codes(Severity.Error));
        Assert.Contains(DiagnosticCodes.SchemaMissingHeader, gradebook.Findings.Codes(Severity.Fatal));
    }

    [Theory]
    [InlineData(OneRosterSet.Full, Severity.Error)]
    [InlineData(OneRosterSet.Gradebook, Severity.Warning)]
    public async Task RulesBetweenFiles_InAPartOfTheStandard_Warn(OneRosterSet set, Severity severity)
    {
        var package = FullPackage.Create().With("results", "x1,,,l1,u1,fully graded,11,2024-09-09,,,k1,,,,");

        var validated = await package.ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict, Set = set });

        Assert.Equal(severity, Assert.Single(validated.Findings.All, finding => finding.Code == DiagnosticCodes.SemanticScoreAboveMax).Severity);
    }

    [Fact]
    public async Task Set_DeliveredInBulkWithoutAFileItNeeds_IsToldSo()
    {
        var package = new TestPackage().With("orgs", "d1,,,District,district,,").Manifest(FullPackage.Version);
        var request = new ValidationRequest { Conformance = Conformance.Strict, Set = OneRosterSet.Rostering };

        var named = await package.ValidateAsync(request);
        var unnamed = await package.ValidateAsync(request with { Set = null });

        Assert.Equal(
            ["academicSessions.csv", "classes.csv", "courses.csv", "enrollments.csv", "roles.csv", "users.csv"],
            named.Findings.All.Where(finding => finding.Code == DiagnosticCodes.PackageSetIncomplete).Select(finding => finding.File).Order(StringComparer.Ordinal));
        Assert.Equal(0, named.Result.Errors);
        Assert.Empty(unnamed.Findings.All);
    }

    [Theory]
    [InlineData(ValidationDepth.Package, new string[0])]
    [InlineData(ValidationDepth.Rows, new[] { DiagnosticCodes.RowInvalidYear })]
    [InlineData(ValidationDepth.All, new[] { DiagnosticCodes.ReferenceMissingTargetRecord, DiagnosticCodes.RowInvalidYear, DiagnosticCodes.SemanticScoreAboveMax })]
    public async Task Depth_OfAFaultyPackage_FindsWhatLiesAboveIt(ValidationDepth depth, string[] codes)
    {
        var package = FullPackage.Create()
            .With("academicSessions", "y1,,,Year,schoolYear,2024-08-01,2025-06-01,,20A5", "t1,,,Fall,term,2024-08-01,2025-01-10,,2025")
            .With("courses", "c1,,,,Algebra,ALG,09,d1,,")
            .With("categories", "g2,,,Homework,20")
            .With("results", "x1,,,l1,u1,fully graded,11,2024-09-09,,,k1,,,,")
            .With("lineItems", "l1,,,Quiz,,2024-09-01,2024-09-08,k1,g2,t1,0,10,s1", "l2,,,Quiz,,2024-09-01,2024-09-08,k1,g9,t1,0,10,s1")
            .With("resultScoreScales", "xz1,,,,x1,z9");

        var validated = await package.ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict, Depth = depth });

        Assert.Equal(codes, validated.Findings.Codes(Severity.Error));
    }

    [Fact]
    public async Task References_OfADelta_MustBeInThePackageOnlyWhereThatIsAsked()
    {
        var package = new TestPackage()
            .With("orgs", $"s1,active,{Stamp},School,school,,")
            .With("users", FullPackage.User("u1", "s1").Replace(",,,true", $",active,{Stamp},true", StringComparison.Ordinal))
            .With("roles", $"r1,active,{Stamp},u1,primary,student,,,s1,p9", $"r2,active,{Stamp},u2,primary,student,,,s1,")
            .Manifest(FullPackage.Version, "delta");
        var request = new ValidationRequest { Conformance = Conformance.Strict };

        var held = await package.ValidateAsync(request);
        var inside = await package.ValidateAsync(request with { References = ReferenceScope.Package });

        Assert.Equal(0, held.Result.Errors);
        Assert.Equal([DiagnosticCodes.ReferenceNotVerified], held.Findings.Codes());
        Assert.Equal(
            [(DiagnosticCodes.ReferenceMissingTargetFile, 2L, "userProfileSourcedId"), (DiagnosticCodes.ReferenceMissingTargetRecord, 3L, "userSourcedId")],
            inside.Findings.All.Select(finding => (finding.Code, finding.Row!.Value, finding.Column!)));
    }

    [Fact]
    public async Task Duplicate_OfARefusedRow_IsFoundInStrictAndTakesItsPlaceInLenient()
    {
        var package = FullPackage.Create().With("categories", "g1,,,Homework,20").With(
            "lineItems", "l1,,,Quiz,,2024-09-01,2024-09-08,k9,g1,t1,0,10,s1", "l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10,s1");

        var strict = await package.ValidateAsync(Conformance.Strict);
        var lenient = await package.ValidateAsync(Conformance.Lenient);

        Assert.Contains(DiagnosticCodes.ReferenceDuplicateSourcedId, strict.Findings.Codes());
        Assert.Equal([DiagnosticCodes.ReferenceMissingTargetRecord], lenient.Findings.Codes());
        Assert.Equal("k1", lenient.Sink.Cell("lineItems", 0, "classSourcedId"));
    }
}
