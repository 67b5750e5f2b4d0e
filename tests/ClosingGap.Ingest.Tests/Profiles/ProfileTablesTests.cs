using System.Text;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>What the package lacks, what cannot be read, and the limits.</summary>
public sealed class ProfileTablesTests
{
    private const string WithLookup = "{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: a } } } }";

    [Fact]
    public async Task Open_MissingFiles_AreNamedOnceEachAndRefused()
    {
        var (refused, found) = await RefusedAsync(new MemoryPackage().With("x.csv", "id", "1"), ProfileReader.Read("""
            name: x
            version: 1
            conformance: lenient
            tables:
              orgs: { sources: [{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: a } } } }] }
              users: { sources: [{ file: orgs.csv, columns: { sourcedId: id } }] }
              courses: { sources: [{ file: x.csv, columns: { sourcedId: id } }] }
            """));
        Assert.Equal(["orgs.csv", "other.csv"], found.Select(diagnostic => diagnostic.File).Order(StringComparer.Ordinal));
        Assert.All(found, diagnostic => Assert.Equal((ProfileDiagnosticCodes.MissingFile, Severity.Fatal), (diagnostic.Code, diagnostic.Severity)));
        Assert.Equal(ProfileDiagnosticCodes.MissingFile, refused.Code);
        Assert.Contains("other.csv", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: id, name: title } }", "orgs.csv", "title")]
    [InlineData("{ file: orgs.csv, filter: [{ column: open, notBlank: true }], columns: { sourcedId: id } }", "orgs.csv", "open")]
    [InlineData("{ file: orgs.csv, unpivot: { c: \"X[*]\" }, columns: { sourcedId: id, name: c } }", "orgs.csv", "X[*]")]
    [InlineData("{ file: orgs.csv, applyToAll: { file: other.csv, column: school, into: s }, columns: { sourcedId: id, name: s } }", "other.csv", "school")]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { code: id }, value: key } } } }", "other.csv", "code")]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: text } } } }", "other.csv", "text")]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: ID } }", "orgs.csv", "ID")]
    public async Task Open_AMissingColumn_IsNamedAndRefused(string source, string file, string column)
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1").With("other.csv", "key", "1");
        var (refused, found) = await RefusedAsync(package, OperatorTests.Profile(source));
        var one = Assert.Single(found);
        Assert.Equal((ProfileDiagnosticCodes.MissingColumn, Severity.Fatal, file, column), (one.Code, one.Severity, one.File, one.Column));
        Assert.Equal((ProfileDiagnosticCodes.MissingColumn, file), (refused.Code, refused.File));
    }

    [Theory]
    [InlineData("id,id", "{ file: orgs.csv, columns: { sourcedId: id } }", "id")]
    [InlineData("id,a,c", "{ file: orgs.csv, unpivot: { c: [a] }, columns: { sourcedId: id, name: c } }", "c")]
    public async Task Open_ANameWithTwoMeanings_IsRefused(string header, string source, string column)
    {
        var (refused, found) = await RefusedAsync(new MemoryPackage().With("orgs.csv", header, "1,1,1"), OperatorTests.Profile(source));
        Assert.Equal(ProfileDiagnosticCodes.AmbiguousColumn, refused.Code);
        Assert.Contains(found, diagnostic => diagnostic.Code == ProfileDiagnosticCodes.AmbiguousColumn && diagnostic.Column == column);
    }

    [Fact]
    public void Codes_Always_StandInTheCatalogue()
    {
        foreach (var code in typeof(ProfileDiagnosticCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!))
        {
            Assert.NotNull(DiagnosticCatalogue.Find(code));
        }
    }

    [Fact]
    public async Task Open_AnOptionalTableWithoutAllItsFiles_IsAbsentAsAWhole()
    {
        var profile = ProfileReader.Read("""
            name: x
            version: 1
            conformance: lenient
            tables:
              orgs: { optional: true, sources: [{ file: a.csv, columns: { sourcedId: id } }, { file: b.csv, columns: { sourcedId: id } }] }
              users: { sources: [{ file: a.csv, columns: { sourcedId: id } }] }
            """);
        var rows = await MappedRows.ReadAsync(new MemoryPackage().With("a.csv", "id", "1"), profile);
        Assert.Equal(["users"], rows.Tables);
        var found = Assert.Single(rows.Diagnostics.All);
        Assert.Equal((ProfileDiagnosticCodes.OptionalTableAbsent, Severity.Warning, "b.csv", "orgs"), (found.Code, found.Severity, found.File, found.Target));
    }

    [Fact]
    public async Task Read_RowsOfAnotherWidth_AreRejectedAndBlankLinesPassedOver()
    {
        var package = new MemoryPackage().With("orgs.csv", "\ufeffid,name", "1,\"one, and", "a half\"", "", "2", "3,three,x", "#4,four");
        var rows = await MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: orgs.csv, columns: { sourcedId: id, name: name } }"));
        Assert.Equal(["1", "#4"], rows.Cells("orgs", "sourcedId"));
        Assert.Equal(["one, and a half", "four"], rows.Cells("orgs", "name"));
        Assert.Equal(["table.row_width_mismatch", "table.row_width_mismatch"], rows.Diagnostics.All.Select(found => found.Code));
    }

    [Fact]
    public async Task Read_BytesThatAreNotUtf8_RefuseThePackageWithoutTheirContent()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("id,name\n1,"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("secret\n")];
        var package = new MemoryPackage().With("orgs.csv", content);
        var exception = await Assert.ThrowsAsync<PackageRefusedException>(
            () => MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: orgs.csv, columns: { sourcedId: id, name: name } }")));
        Assert.Equal((DiagnosticCodes.CsvInvalidUtf8, "orgs.csv"), (exception.Code, exception.File));
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookup_AboveTheLimit_IsRefusedAndAtTheLimitIsNot()
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1").With("other.csv", "key,a", "1,x", "2,y", "2,y");
        await MappedRows.ReadAsync(package, OperatorTests.Profile(WithLookup), new ProfileOptions { LookupMaxEntries = 2 });
        var exception = await Assert.ThrowsAsync<PackageRefusedException>(
            () => MappedRows.ReadAsync(package, OperatorTests.Profile(WithLookup), new ProfileOptions { LookupMaxEntries = 1 }));
        Assert.Equal(ProfileDiagnosticCodes.LookupTooLarge, exception.Code);
    }

    [Fact]
    public async Task DistinctAndApplyToAll_AboveTheirLimits_AreRefused()
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1", "2");
        var distinct = ProfileReader.Read("name: x\nversion: 1\nconformance: lenient\ntables: { orgs: { distinct: [sourcedId], sources: [{ file: orgs.csv, columns: { sourcedId: id } }] } }");
        var all = OperatorTests.Profile("{ file: orgs.csv, applyToAll: { file: orgs.csv, column: id, into: s }, columns: { sourcedId: id } }");
        Assert.Equal(
            ProfileDiagnosticCodes.DistinctTooLarge,
            (await Assert.ThrowsAsync<PackageRefusedException>(() => MappedRows.ReadAsync(package, distinct, new ProfileOptions { DistinctMaxKeys = 1 }))).Code);
        Assert.Equal(
            ProfileDiagnosticCodes.ApplyToAllTooLarge,
            (await Assert.ThrowsAsync<PackageRefusedException>(() => MappedRows.ReadAsync(package, all, new ProfileOptions { ApplyToAllMaxIds = 1 }))).Code);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileOptions { LookupMaxEntries = 0 }.Validated());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileOptions { ApplyToAllMaxIds = 1_000_001 }.Validated());
        Assert.Same(ProfileOptions.Default, ProfileOptions.Default.Validated());
    }

    private static async Task<(PackageRefusedException Refused, IReadOnlyList<Diagnostic> Found)> RefusedAsync(MemoryPackage package, DistrictProfile profile)
    {
        var diagnostics = new CollectingDiagnostics();
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(
            () => ProfileTables.OpenAsync(package, profile, diagnostics, null, TestContext.Current.CancellationToken));
        return (refused, diagnostics.All);
    }
}
