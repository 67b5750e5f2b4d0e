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
    public async Task Open_MissingFiles_AreFatalOnceEachAndLeaveTheTableOut()
    {
        var rows = await MappedRows.ReadAsync(new MemoryPackage().With("x.csv", "id", "1"), ProfileReader.Read("""
            name: x
            version: 1
            conformance: lenient
            tables:
              orgs: { sources: [{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: a } } } }] }
              users: { sources: [{ file: orgs.csv, columns: { sourcedId: id } }] }
              courses: { sources: [{ file: x.csv, columns: { sourcedId: id } }] }
            """));
        Assert.Equal(["courses"], rows.Tables);
        Assert.Equal([("orgs.csv", Severity.Fatal), ("other.csv", Severity.Fatal)], rows.Diagnostics.All.Select(found => (found.File!, found.Severity)).Order());
        Assert.All(rows.Diagnostics.All, found => Assert.Equal(ProfileDiagnosticCodes.MissingFile, found.Code));
    }

    [Theory]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: id, name: title } }", "orgs.csv", "title")]
    [InlineData("{ file: orgs.csv, filter: [{ column: open, notBlank: true }], columns: { sourcedId: id } }", "orgs.csv", "open")]
    [InlineData("{ file: orgs.csv, unpivot: { c: \"X[*]\" }, columns: { sourcedId: id, name: c } }", "orgs.csv", "X[*]")]
    [InlineData("{ file: orgs.csv, applyToAll: { file: other.csv, column: school, into: s }, columns: { sourcedId: id, name: s } }", "other.csv", "school")]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { code: id }, value: key } } } }", "other.csv", "code")]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: text } } } }", "other.csv", "text")]
    [InlineData("{ file: orgs.csv, columns: { sourcedId: ID } }", "orgs.csv", "ID")]
    public async Task Open_AMissingColumn_IsFatalAndNamed(string source, string file, string column)
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1").With("other.csv", "key", "1");
        var rows = await MappedRows.ReadAsync(package, OperatorTests.Profile(source));
        Assert.Empty(rows.Tables);
        var found = Assert.Single(rows.Diagnostics.All);
        Assert.Equal((ProfileDiagnosticCodes.MissingColumn, Severity.Fatal, file, column), (found.Code, found.Severity, found.File, found.Column));
    }

    [Theory]
    [InlineData("id,id", "{ file: orgs.csv, columns: { sourcedId: id } }", "id")]
    [InlineData("id,a,c", "{ file: orgs.csv, unpivot: { c: [a] }, columns: { sourcedId: id, name: c } }", "c")]
    public async Task Open_ANameWithTwoMeanings_IsFatal(string header, string source, string column)
    {
        var rows = await MappedRows.ReadAsync(new MemoryPackage().With("orgs.csv", header, "1,1,1"), OperatorTests.Profile(source));
        Assert.Empty(rows.Tables);
        Assert.Contains(rows.Diagnostics.All, found => found.Code == ProfileDiagnosticCodes.AmbiguousColumn && found.Column == column);
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
        Assert.Equal(["table.row_width_mismatch", "table.row_width_mismatch"], rows.Diagnostics.All.Select(found => found.Code));
    }

    [Fact]
    public async Task Read_BytesThatAreNotUtf8_RefuseThePackageWithoutTheirContent()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("id,name\n1,"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("secret\n")];
        var package = new MemoryPackage().With("orgs.csv", content);
        var exception = await Assert.ThrowsAsync<PackageRefusedException>(
            () => MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: orgs.csv, columns: { sourcedId: id, name: name } }")));
        Assert.Equal((ProfileDiagnosticCodes.UnreadableFile, "orgs.csv"), (exception.Code, exception.File));
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
}
