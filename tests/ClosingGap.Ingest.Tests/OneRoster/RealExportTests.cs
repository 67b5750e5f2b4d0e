using System.Diagnostics;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

public sealed class RealExportTests(ITestOutputHelper output)
{
    [Fact]
    public async Task BigDistrict_Lenient_AcceptsEveryRowAndNamesEveryDeviation()
    {
        var validated = await ValidateZipAsync("oneroster-1.1-district/big-OneRoster.zip", Conformance.Lenient);

        Assert.False(validated.Result.IsRejected, validated.Result.FatalCode);
        Assert.Equal("1.1", validated.Result.Version);
        Assert.True(validated.Result.HasSourceSystemName);
        Assert.Equal(0, validated.Result.Errors);
        Assert.Equal(138_971, validated.Sink.Counts["enrollments"]);
        Assert.Equal(19_892, validated.Sink.Counts["users"]);
        Assert.Equal(18_862, validated.Sink.Counts["demographics"]);
        Assert.Equal(6_937, validated.Sink.Counts["classes"]);
        Assert.Equal(91, validated.Sink.Counts["courses"]);
        Assert.Equal(23, validated.Sink.Counts["orgs"]);
        Assert.Equal([2027], validated.Result.SchoolYears);
        Assert.All(validated.Sink.Begun, table => Assert.Equal(TableMode.Delta, table.Mode));
        Assert.Equal(
            [
                DiagnosticCodes.ManifestInvalidHeader,
                DiagnosticCodes.RowMissingRequiredValue,
                DiagnosticCodes.SchemaHeaderAlias,
                DiagnosticCodes.SchemaHeaderCaseMismatch,
                DiagnosticCodes.SchemaHeaderOrderMismatch,
                DiagnosticCodes.SchemaInvalidMetadataHeader,
                DiagnosticCodes.SemanticSchoolYearIsStartYear,
                DiagnosticCodes.TableModeByRows,
            ],
            validated.Findings.Codes());
    }

    [Fact]
    public async Task BigDistrict_Strict_IsRejectedWithOneCompleteReport()
    {
        var validated = await ValidateZipAsync("oneroster-1.1-district/big-OneRoster.zip", Conformance.Strict);

        Assert.True(validated.Result.IsRejected);
        Assert.Equal(138_971, validated.File("enrollments.csv").RowsRejected);
        Assert.Contains(DiagnosticCodes.RowFieldForbiddenInBulk, validated.Findings.Codes());
        Assert.Contains(DiagnosticCodes.SchemaHeaderOrderMismatch, validated.Findings.Codes());
    }

    [Theory]
    [InlineData("OneRoster.zip", 2_338, 340, 0, 0, 312)]
    [InlineData("OneRoster1.zip", 2_366, 344, 14, 2, 310)]
    public async Task Night_Lenient_TakesRowsAsADelta(
        string file, int enrollments, int users, int enrollmentsDeleted, int usersDeleted, int demographics)
    {
        var validated = await ValidateZipAsync("oneroster-1.1-district/nightly/" + file, Conformance.Lenient);

        Assert.False(validated.Result.IsRejected, validated.Result.FatalCode);
        Assert.Equal(enrollments, validated.File("enrollments.csv").RowsAccepted);
        Assert.Equal(enrollmentsDeleted, validated.File("enrollments.csv").RowsDeleted);
        Assert.Equal(users, validated.File("users.csv").RowsAccepted);
        Assert.Equal(usersDeleted, validated.Sink.Rows["users"].Count(row => row.Deleted));
        Assert.All(validated.Sink.Begun, table => Assert.Equal(TableMode.Delta, table.Mode));

        // The second night deletes two students and still sends their demographics as active.
        Assert.Equal(demographics, validated.File("demographics.csv").RowsAccepted);
        Assert.Equal(usersDeleted, validated.Result.Errors);
        Assert.All(
            validated.Findings.All.Where(finding => finding.Severity == Severity.Error),
            finding => Assert.Equal((DiagnosticCodes.ReferenceMissingTargetRecord, "demographics.csv"), (finding.Code, finding.File)));
    }

    [Fact]
    public async Task ToolkitSample_Lenient_LosesNoRow()
    {
        var path = RepositoryPaths.SharedData("edfi-lms-toolkit/sample-in/OneRoster 1.1 Sample Data");
        await using var package = FolderPackage.Open(path);

        var validated = await ValidateAsync(package, Conformance.Lenient, keepRows: true);

        Assert.False(validated.Result.IsRejected, validated.Result.FatalCode);
        Assert.Equal("1.1", validated.Result.Version);
        Assert.All(validated.Result.Files, file => Assert.Equal(0, file.RowsRejected));
        Assert.Contains(DiagnosticCodes.ManifestInvalidManifestVersion, validated.Findings.Codes());
        Assert.All(validated.Sink.Begun, table => Assert.Equal(TableMode.Bulk, table.Mode));
        Assert.Equal([2021], validated.Result.SchoolYears);
    }

    private async Task<Validated> ValidateZipAsync(string relative, Conformance conformance)
    {
        var path = RepositoryPaths.SharedData(relative);
        await using var package = await ZipPackage.OpenAsync(File.OpenRead(path), cancellationToken: TestContext.Current.CancellationToken);
        return await ValidateAsync(package, conformance, keepRows: !relative.Contains("big", StringComparison.Ordinal));
    }

    private async Task<Validated> ValidateAsync(IPackage package, Conformance conformance, bool keepRows)
    {
        var findings = new Findings();
        var summary = new DiagnosticSummary();
        var sink = new RecordingSink(keepRows);
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var result = await PackageValidator.ValidateAsync(
            package,
            new ValidationRequest { Conformance = conformance },
            new DiagnosticFanout(findings, summary),
            sink,
            TestContext.Current.CancellationToken);
        output.WriteLine($"{conformance}: {watch.ElapsedMilliseconds} ms, {(GC.GetTotalAllocatedBytes() - before) >> 20} MiB allocated");
        foreach (var file in result.Files)
        {
            output.WriteLine($"{file.File} {file.Mode}: read {file.RowsRead}, accepted {file.RowsAccepted}, rejected {file.RowsRejected}, deleted {file.RowsDeleted}");
        }

        foreach (var count in summary.Counts)
        {
            output.WriteLine($"{count.Severity} {count.Code} {count.File} {count.Column} x{count.Count} rows {string.Join(' ', count.FirstRows)}");
        }

        return new Validated(result, findings, sink);
    }
}
