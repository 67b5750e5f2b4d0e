using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Profiles;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("code", "A", "A")]
    [InlineData("code", "  A ", "A")]
    [InlineData("code", "   ", null)]
    [InlineData("{ constant: \"7\" }", "A", "7")]
    [InlineData("{ codeMap: { of: code, map: { A: alpha } } }", "A", "alpha")]
    [InlineData("{ codeMap: { of: code, map: { A: alpha } } }", "", null)]
    [InlineData("{ codeMap: { of: code, map: { A: alpha }, default: other } }", "B", "other")]
    [InlineData("{ codeMap: { of: code, map: { A: alpha }, onUnknown: keep } }", "B", "B")]
    [InlineData("{ codeMap: { of: code, map: { A: alpha }, onUnknown: blank } }", "B", null)]
    [InlineData("{ codeMap: { of: code, map: { A: alpha }, onUnknown: keep } }", "a", "a")]
    [InlineData("{ concat: { of: [id, code, { constant: z }], separator: _ } }", "A", "1_A_z")]
    [InlineData("{ concat: { of: [id, code], separator: _ } }", "", null)]
    [InlineData("{ concat: { of: [id, code], separator: _, skipBlank: true } }", "", "1")]
    [InlineData("{ split: { of: code, separator: \" - \", index: 0 } }", "02 - Block", "02")]
    [InlineData("{ split: { of: code, separator: \" - \", index: 1 } }", "02 - Block", "Block")]
    [InlineData("{ split: { of: code, separator: \" - \", index: 2 } }", "02 - Block", null)]
    [InlineData("{ split: { of: code, separator: ;, list: true } }", "a; b;;c", "a,b,c")]
    [InlineData("{ date: { of: code, formats: [M/d/yyyy, yyyyMMdd] } }", "8/3/2010", "2010-08-03")]
    [InlineData("{ date: { of: code, formats: [M/d/yyyy, yyyyMMdd] } }", "20100803", "2010-08-03")]
    [InlineData("{ date: { of: code, formats: [\"yyyy-MM-dd HH:mm:ss\"], plusDays: 1 } }", "2010-12-31 23:59:00", "2011-01-01")]
    [InlineData("{ date: { of: code, formats: [yyyy-MM-dd], plusDays: 1 } }", "", null)]
    [InlineData("{ coalesce: { of: [code, id] } }", "A", "A")]
    [InlineData("{ coalesce: { of: [code, { constant: z }] } }", "", "z")]
    [InlineData("{ coalesce: { of: [{ codeMap: { of: code, map: { A: alpha }, onUnknown: blank } }, id] } }", "B", "1")]
    [InlineData("{ optionalColumn: code }", "A", "A")]
    [InlineData("{ optionalColumn: none }", "A", null)]
    [InlineData("{ notNumber: { of: code } }", "B+", "B+")]
    [InlineData("{ notNumber: { of: code } }", "90.5", null)]
    [InlineData("{ decimal: { of: code, onInvalid: blank } }", "B+", null)]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-dd HH:mm:ss\"] } }", "2026-03-08 02:30:00", "2026-03-08T02:30:00")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-dd HH:mm:ss\"] } }", "2026-03-08  02:30:00", "2026-03-08T02:30:00")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-ddTHH:mm:ss.FFFFFFZ\"], zone: America/Chicago } }", "2026-03-08T07:59:59Z", "2026-03-08T01:59:59")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-ddTHH:mm:ss.FFFFFFZ\"], zone: America/Chicago } }", "2026-03-08T08:00:00.5Z", "2026-03-08T03:00:00")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-ddTHH:mm:ss.FFFFFFZ\"], zone: America/Chicago } }", "2025-11-02T06:30:00Z", "2025-11-02T01:30:00")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-ddTHH:mm:ss.FFFFFFZ\"], zone: America/Chicago } }", "2025-11-02T07:30:00Z", "2025-11-02T01:30:00")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-ddTHH:mm:ss.FFFFFFZ\"], zone: district } }", "2025-11-02T07:30:00Z", "2025-11-02T07:30:00")]
    [InlineData("{ dateTime: { of: code, formats: [yyyy-MM-dd], zone: America/Chicago } }", "", null)]
    [InlineData("{ schoolYear: { of: code, format: yyyy-yyyy } }", "2010-2011", "2011")]
    [InlineData("{ schoolYear: { of: code, format: yyyy } }", "2011", "2011")]
    [InlineData("{ decimal: { of: code } }", "+007.50", "7.5")]
    [InlineData("{ decimal: { of: code } }", ".5", "0.5")]
    [InlineData("{ decimal: { of: code, decimalMark: \",\" } }", "1,25", "1.25")]
    public async Task Operator_OneCell_GivesTheCanonicalCell(string value, string cell, string? expected)
    {
        var rows = await RunAsync(value, cell);
        Assert.Equal([expected], rows.Cells("orgs", "name"));
        Assert.Empty(rows.Diagnostics.All);
    }

    [Theory]
    [InlineData("{ codeMap: { of: code, map: { A: alpha } } }", "B", "profile.unmapped_code")]
    [InlineData("{ date: { of: code, formats: [M/d/yyyy] } }", "2010-08-03", "profile.invalid_date")]
    [InlineData("{ date: { of: code, formats: [yyyy-MM-dd] } }", "2010-02-30", "profile.invalid_date")]
    [InlineData("{ date: { of: code, formats: [yyyy-MM-dd], plusDays: 1 } }", "9999-12-31", "profile.invalid_date")]
    [InlineData("{ dateTime: { of: code, formats: [\"yyyy-MM-dd HH:mm:ss\"] } }", "2026-02-30 10:00:00", "profile.invalid_date")]
    [InlineData("{ coalesce: { of: [{ decimal: { of: code } }, id] } }", "x", "profile.invalid_decimal")]
    [InlineData("{ schoolYear: { of: code, format: yyyy-yyyy } }", "2010-2012", "profile.invalid_school_year")]
    [InlineData("{ schoolYear: { of: code, format: yyyy-yyyy } }", "2010", "profile.invalid_school_year")]
    [InlineData("{ schoolYear: { of: code, format: yyyy } }", "10", "profile.invalid_school_year")]
    [InlineData("{ decimal: { of: code } }", "1e3", "profile.invalid_decimal")]
    [InlineData("{ decimal: { of: code, decimalMark: \",\" } }", "1.000,5", "profile.invalid_decimal")]
    [InlineData("{ concat: { of: [id, { schoolYear: { of: code, format: yyyy } }] } }", "x", "profile.invalid_school_year")]
    [InlineData("{ lookup: { file: other.csv, match: { key: code }, value: text, onMissing: reject } }", "x", "profile.lookup_missed")]
    public async Task Operator_ACellThatDoesNotFit_RejectsTheRowWithItsPlaceAndNotItsContent(string value, string cell, string code)
    {
        var package = new MemoryPackage().With("orgs.csv", "id,code", $"1,\"{cell}\"").With("other.csv", "key,text", "k,v");
        var rows = await MappedRows.ReadAsync(package, Profile($"{{ file: orgs.csv, columns: {{ sourcedId: id, name: {value} }} }}"));
        Assert.Empty(rows.Of("orgs"));
        var found = Assert.Single(rows.Diagnostics.All);
        Assert.Equal((code, Severity.Error, "orgs.csv", 2L), (found.Code, found.Severity, found.File, found.Row!.Value));
        Assert.EndsWith("code", found.Column, StringComparison.Ordinal);
        var target = code switch
        {
            "profile.lookup_missed" => "other.csv",
            "profile.unmapped_code" => "orgs.name: { <value in row 2>: <its word> }",
            _ => "orgs.name",
        };
        Assert.Equal(target, found.Target);
    }

    [Fact]
    public async Task CodeMap_CodesWithoutAWord_AreReportedOnceEachWithTheirRows()
    {
        var rows = await RunAsync("{ codeMap: { of: code, map: { A: alpha } } }", "B", "A", "C", "B", "B", "B", "C");
        Assert.Single(rows.Of("orgs"));
        Assert.Equal(
            [(4L, "2 5 6", "orgs.name: { <value in row 2>: <its word> }"), (2L, "4 8", "orgs.name: { <value in row 4>: <its word> }")],
            rows.Diagnostics.All.Select(found => (found.Count, string.Join(' ', found.Rows!), found.Target!)));
    }

    [Fact]
    public async Task CodeMap_MoreCodesThanAreToldApart_ReportsTheRestAsOne()
    {
        var package = new MemoryPackage().With("orgs.csv", ["id,code", .. Enumerable.Range(1, 9).Select(code => $"{code},X{code}")]);
        var profile = Profile("{ file: orgs.csv, columns: { sourcedId: id, name: { codeMap: { of: code, map: { A: alpha } } } } }");
        var rows = await MappedRows.ReadAsync(package, profile, new ProfileOptions { MaxUnmappedCodes = 3 });
        Assert.Equal([(1L, 2L), (1L, 3L), (1L, 4L), (6L, 5L)], rows.Diagnostics.All.Select(found => (found.Count, found.Row!.Value)));
        Assert.Equal("orgs.name", rows.Diagnostics.All[^1].Target);
    }

    [Fact]
    public async Task CodeMap_DropRow_LeavesTheRowOutSilently()
    {
        var rows = await RunAsync("{ codeMap: { of: code, map: { A: alpha }, onUnknown: dropRow } }", "B", "A");
        Assert.Equal(["alpha"], rows.Cells("orgs", "name"));
        Assert.Equal(3, Assert.Single(rows.Of("orgs")).Row);
        Assert.Empty(rows.Diagnostics.All);
    }

    [Fact]
    public async Task Lookup_CompositeKeyAndFilter_TakesTheFirstMatch()
    {
        var package = new MemoryPackage()
            .With("orgs.csv", "id,a,b", "1,x,yz", "2,xy,z", "3,q,q", "4,,z")
            .With("other.csv", "a,b,use,text", "x,yz,no,wrong", "x,yz,yes,first", "xy,z,yes,second", ",z,yes,blank key");
        var rows = await MappedRows.ReadAsync(package, Profile("""
            { file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { b: b, a: a }, value: text, filter: [{ column: use, equals: "yes" }] } } } }
            """));
        Assert.Equal(["first", "second", null, null], rows.Cells("orgs", "name"));
        var missed = Assert.Single(rows.Diagnostics.All);
        Assert.Equal((ProfileDiagnosticCodes.LookupMissed, Severity.Warning, 4L, "a+b"), (missed.Code, missed.Severity, missed.Row!.Value, missed.Column));
    }

    [Fact]
    public async Task Lookup_SameFileInSeveralColumns_IsReadOnce()
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1").With("other.csv", "key,a,b", "1,x,y");
        var rows = await MappedRows.ReadAsync(package, Profile("""
            { file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: a } }, type: { lookup: { file: other.csv, match: { key: id }, value: b } } } }
            """));
        Assert.Equal(["x"], rows.Cells("orgs", "name"));
        Assert.Equal(["y"], rows.Cells("orgs", "type"));
        Assert.Equal(2, package.Opened["other.csv"]); // its header, and its rows
    }

    [Fact]
    public async Task Lookup_OneKeyWithTwoValues_IsNamed()
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1").With("other.csv", "key,a", "1,x", "1,x", "1,y");
        var rows = await MappedRows.ReadAsync(package, Profile("{ file: orgs.csv, columns: { sourcedId: id, name: { lookup: { file: other.csv, match: { key: id }, value: a } } } }"));
        Assert.Equal(["x"], rows.Cells("orgs", "name"));
        var found = Assert.Single(rows.Diagnostics.All);
        Assert.Equal((ProfileDiagnosticCodes.LookupAmbiguous, "other.csv", 4L), (found.Code, found.File, found.Row!.Value));
    }

    [Theory]
    [InlineData("{ column: kind, equals: a }", "1")]
    [InlineData("{ column: kind, in: [a, b] }", "1,2")]
    [InlineData("{ column: kind, notIn: [a] }", "2,3,4")]
    [InlineData("{ column: kind, notBlank: true }", "1,2,4")]
    [InlineData("{ column: kind, notBlank: true }, { column: id, in: [\"1\", \"3\"] }", "1")]
    public async Task Filter_EachKind_TakesTheRowsThatMeetAll(string filters, string expected)
    {
        var package = new MemoryPackage().With("orgs.csv", "id,kind", "1,a", "2,b", "3,", "4,A");
        var rows = await MappedRows.ReadAsync(package, Profile($"{{ file: orgs.csv, filter: [{filters}], columns: {{ sourcedId: id }} }}"));
        Assert.Equal(expected.Split(','), rows.Cells("orgs", "sourcedId"));
    }

    [Fact]
    public async Task Unpivot_IndexedColumns_GiveOneRowForEachFilledRepetitionInOrder()
    {
        var package = new MemoryPackage().With("orgs.csv", "id,X[10].a,X[2].a,X[2].b,X.a,X[0].b", "1,ten,two,B2,none,", "2,,,,,B0", "3,,,,,");
        var rows = await MappedRows.ReadAsync(package, Profile("""
            { file: orgs.csv, unpivot: { first: "X[*].a", second: "X[*].b" }, columns: { sourcedId: id, name: first, type: second } }
            """));
        Assert.Equal([("1", "none", null), ("1", "two", "B2"), ("1", "ten", null), ("2", null, "B0")], Triples(rows));
    }

    [Fact]
    public async Task Unpivot_NamedColumns_GivesTheirCellsByPosition()
    {
        var package = new MemoryPackage().With("orgs.csv", "id,ell,iep", "1,ELL,", "2,ELL,IEP");
        var rows = await MappedRows.ReadAsync(package, Profile("{ file: orgs.csv, unpivot: { flag: [ell, iep] }, columns: { sourcedId: id, name: flag } }"));
        Assert.Equal(["ELL", "ELL", "IEP"], rows.Cells("orgs", "name"));
        Assert.Equal([2L, 3L, 3L], rows.Of("orgs").Select(row => row.Row));
    }

    [Fact]
    public async Task ApplyToAll_AfterUnpivot_CrossesEachRowWithEachDistinctId()
    {
        var package = new MemoryPackage()
            .With("orgs.csv", "id,a,b", "1,x,y")
            .With("schools.csv", "school,open", "S1,yes", "S1,yes", ",yes", "S2,yes", "S3,no");
        var rows = await MappedRows.ReadAsync(package, Profile("""
            { file: orgs.csv, unpivot: { cell: [a, b] }, applyToAll: { file: schools.csv, column: school, filter: [{ column: open, equals: "yes" }], into: each }, columns: { sourcedId: id, name: cell, type: each } }
            """));
        Assert.Equal([("1", "x", "S1"), ("1", "x", "S2"), ("1", "y", "S1"), ("1", "y", "S2")], Triples(rows));
    }

    [Fact]
    public async Task Distinct_OverTheUnionOfSources_KeepsTheFirstAndNamesConflicts()
    {
        var package = new MemoryPackage().With("a.csv", "id,name", "1,one", "2,two", "1,one").With("b.csv", "id,name", "2,deux", "3,three");
        var rows = await MappedRows.ReadAsync(package, ProfileReader.Read("""
            name: x
            version: 1
            conformance: lenient
            tables:
              orgs:
                distinct: [sourcedId]
                sources:
                  - { file: a.csv, columns: { sourcedId: id, name: name } }
                  - { file: b.csv, columns: { sourcedId: id, name: name, type: { constant: school } } }
            """));
        Assert.Equal([("1", "one", null), ("2", "two", null), ("3", "three", "school")], Triples(rows));
        var conflict = Assert.Single(rows.Diagnostics.All);
        Assert.Equal((ProfileDiagnosticCodes.DistinctConflict, "b.csv", 2L), (conflict.Code, conflict.File, conflict.Row!.Value));
    }

    internal static DistrictProfile Profile(string source) => ProfileReader.Read($"name: x\nversion: 1\nconformance: lenient\ntables:\n  orgs:\n    sources:\n      - {source.Trim()}\n");

    private static Task<MappedRows> RunAsync(string value, params string[] cells)
    {
        var package = new MemoryPackage().With("orgs.csv", ["id,code", .. cells.Select((cell, index) => $"{index + 1},\"{cell}\"")]);
        return MappedRows.ReadAsync(package, Profile($"{{ file: orgs.csv, columns: {{ sourcedId: id, name: {value} }} }}"));
    }

    private static IEnumerable<(string?, string?, string?)> Triples(MappedRows rows) =>
        rows.Of("orgs").Select(row => (rows.Cell("orgs", row, "sourcedId"), rows.Cell("orgs", row, "name"), rows.Cell("orgs", row, "type")));
}
