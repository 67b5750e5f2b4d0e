using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>What real exports do, and lenient reads with a warning that names it.</summary>
public sealed class LenientFormTests
{
    [Fact]
    public async Task Dates_WithADayAbove12InFirstPlace_AreReadDayFirstInTheWholeFile()
    {
        var package = TestPackage.Rostering()
            .Table("enrollments", "1.1", "e1,,,k1,s1,u1,student,,3/9/2024,", "e2,,,k1,s1,u2,student,,14/10/2024,5/6/2025", "e3,,,k1,s1,u3,teacher,true,2024-08-01,20250601")
            .Manifest();

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.ValidateAsync(Conformance.Strict);

        Assert.Equal([DiagnosticCodes.RowDateFormat], lenient.Findings.Codes());
        Assert.Equal(["2024-09-03", "2024-10-14", "2024-08-01"], Begin(lenient));
        Assert.Equal("2025-06-05", lenient.Sink.Cell("enrollments", 1, "endDate"));
        Assert.Equal("2025-06-01", lenient.Sink.Cell("enrollments", 2, "endDate"));
        Assert.Equal([DiagnosticCodes.RowInvalidDate], strict.Findings.Codes(Severity.Error));
    }

    [Theory]
    [InlineData("3/9/2024", "4/30/2024", "2024-03-09", "2024-04-30", false)]
    [InlineData("3/9/2024", "4/5/2024", "2024-03-09", "2024-04-05", true)]
    public async Task Dates_WithoutADayAbove12InFirstPlace_AreReadMonthFirst(string first, string second, string firstDay, string secondDay, bool isAssumed)
    {
        var validated = await TestPackage.Rostering()
            .Table("enrollments", "1.1", $"e1,,,k1,s1,u1,student,,{first},", $"e2,,,k1,s1,u2,student,,{second},")
            .Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal([firstDay, secondDay], Begin(validated));
        Assert.Equal(
            isAssumed ? [DiagnosticCodes.RowDateFormat, DiagnosticCodes.RowDateOrderAssumed] : [DiagnosticCodes.RowDateFormat], validated.Findings.Codes());
    }

    [Fact]
    public async Task Dates_ThatContradictEachOther_AreReadMonthFirstAndTheImpossibleRejected()
    {
        var validated = await TestPackage.Rostering()
            .Table("enrollments", "1.1", "e1,,,k1,s1,u1,student,,13/9/2024,", "e2,,,k1,s1,u2,student,,9/13/2024,")
            .Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal([DiagnosticCodes.RowDateFormat, DiagnosticCodes.RowDateOrderAssumed, DiagnosticCodes.RowInvalidDate], validated.Findings.Codes());
        Assert.Equal(["2024-09-13"], Begin(validated));
    }

    [Fact]
    public async Task Header_ThatIsRepeatedAmongTheRows_IsLeftOut()
    {
        var package = TestPackage.Rostering()
            .Table("enrollments", "1.1", TestPackage.Header("enrollments", "1.1"), "e1,,,k1,s1,u1,student,,,", TestPackage.Header("enrollments", "1.1"), "e2,,,k1,s1,u2,student,,,")
            .Manifest();

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.ValidateAsync(Conformance.Strict);

        Assert.Equal([DiagnosticCodes.TableRepeatedHeader], lenient.Findings.Codes());
        Assert.Equal(2, lenient.Sink.Counts["enrollments"]);
        Assert.Equal((4L, 4L), (lenient.File("enrollments.csv").RowsRead, lenient.File("enrollments.csv").RowsAccepted));
        Assert.Equal((4L, 2L), (strict.File("enrollments.csv").RowsRead, strict.File("enrollments.csv").RowsAccepted));
    }

    [Fact]
    public async Task SevenFilesWithoutAManifest_AreOneRoster10()
    {
        var seven = await TestPackage.Rostering().ValidateAsync(Conformance.Lenient);
        var six = await TestPackage.Rostering().Without("demographics.csv").ValidateAsync(Conformance.Lenient);
        var strict = await TestPackage.Rostering().ValidateAsync(Conformance.Strict);

        Assert.Equal([DiagnosticCodes.PackageMissingManifest, DiagnosticCodes.PackageVersion10], seven.Findings.Codes());
        Assert.Equal([DiagnosticCodes.PackageMissingManifest], six.Findings.Codes());
        Assert.True(strict.Result.IsRejected);
    }

    [Theory]
    [InlineData("file.users,bulk", "file.users,", DiagnosticCodes.ManifestInvalidFileMode, DiagnosticCodes.ManifestFileUnexpected)]
    [InlineData("manifest.version,1.0", "manifest.version,1", DiagnosticCodes.ManifestInvalidManifestVersion)]
    [InlineData("file.users,bulk\n", "", DiagnosticCodes.ManifestFileUnexpected, DiagnosticCodes.ManifestMissingProperty)]
    [InlineData("propertyName,value\n", "propertyName,value\npropertyName,value\n", DiagnosticCodes.ManifestInvalidHeader)]
    [InlineData("propertyName,value", "PropertyName,Value", DiagnosticCodes.ManifestInvalidHeader)]
    [InlineData("file.users,bulk", "file.users,Bulk", DiagnosticCodes.ManifestInvalidFileMode)]
    [InlineData("file.users,bulk", "file.users, bulk")]
    [InlineData("oneroster.version,1.1", "oneroster.version,1.1.1", DiagnosticCodes.ManifestInvalidOnerosterVersion)]
    [InlineData("file.users,bulk\n", "file.users,bulk\nvendor.extra,1\n", DiagnosticCodes.ManifestUnknownProperty)]
    [InlineData("file.users,bulk\n", "file.users,bulk\nfile.users,bulk\n", DiagnosticCodes.ManifestDuplicateProperty)]
    [InlineData("file.users,bulk\n", "file.users,bulk\nvendor.extra\n", DiagnosticCodes.ManifestRowWidthMismatch)]
    [InlineData("file.demographics,bulk\n", "file.demographics,absent\n", DiagnosticCodes.ManifestFileUnexpected)]
    public async Task Manifest_ThatDeviates_IsReadInLenientAndFatalInStrict(string exact, string found, params string[] codes)
    {
        var package = TestPackage.Rostering().Manifest();
        package.File("manifest.csv", package.Text("manifest.csv").Replace(exact, found, StringComparison.Ordinal));

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.ValidateAsync(Conformance.Strict);

        Assert.Equal(codes.Order(StringComparer.Ordinal), lenient.Findings.Codes());
        Assert.False(lenient.Result.IsRejected);
        Assert.Equal(3, lenient.Sink.Counts["users"]);
        Assert.True(strict.Result.IsRejected, found);
    }

    private static string?[] Begin(Validated validated) =>
        [.. validated.Sink.Rows["enrollments"].Select((_, row) => validated.Sink.Cell("enrollments", row, "beginDate"))];
}
