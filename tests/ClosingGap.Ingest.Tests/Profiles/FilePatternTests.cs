using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Profiles;

public sealed class FilePatternTests
{
    [Theory]
    [InlineData("users/*.csv", "users/a.csv", true)]
    [InlineData("users/*.csv", "USERS/a.CSV", true)]
    [InlineData("users/*.csv", "users/deep/a.csv", false)]
    [InlineData("users/*.csv", "x/users/a.csv", false)]
    [InlineData("users/*.csv", "users.csv", false)]
    [InlineData("section=*/assignment=*/submissions/*.csv", "section=1/Assignment=2/submissions/a.csv", true)]
    [InlineData("section=*/assignment=*/submissions/*.csv", "section=1/submissions/a.csv", false)]
    [InlineData("users.csv|users/*.csv", "users.csv", true)]
    [InlineData("users.csv|users/*.csv", "users/1.csv", true)]
    [InlineData("users.csv|users/*.csv", "users2.csv", false)]
    [InlineData("a*b*c", "aXbYc", true)]
    [InlineData("a*b*c", "abc", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("*/*", "a/", true)]
    public void Select_OneName_FitsOrNot(string pattern, string name, bool fits) =>
        Assert.Equal(fits ? 1 : 0, FilePattern.Select([new PackageEntry("at the root", 1), new PackageEntry(name, 1)], pattern, newestPerFolder: false).Count(entry => entry.Name == name));

    [Fact]
    public void Select_NewestPerFolder_TakesTheLastByNameOfEachFolderWhateverItsCase()
    {
        string[] names = ["A/1.csv", "A/3.csv", "a/2.csv", "b/1.csv", "b/1.txt"];
        var chosen = FilePattern.Select([.. names.Select(name => new PackageEntry(name, 1))], "*/*.csv", newestPerFolder: true);
        Assert.Equal(["A/3.csv", "b/1.csv"], chosen.Select(entry => entry.Name));
    }

    [Fact]
    public void Select_InsideOneEnclosingFolder_FitsBelowIt()
    {
        string[] names = ["export/users/1.csv", "export/sections/1.csv", "__MACOSX/export/users/._1.csv"];
        Assert.Equal(["export/users/1.csv"], Select(names));
        Assert.Empty(Select([.. names, "other/users/1.csv"]));

        static IEnumerable<string> Select(string[] names) =>
            FilePattern.Select([.. names.Select(name => new PackageEntry(name, 1))], "users/*.csv", newestPerFolder: true).Select(entry => entry.Name);
    }

    [Fact]
    public async Task Pattern_FilesWithOtherOrderAndOptionalColumns_AreOneSource()
    {
        var package = new MemoryPackage().With("orgs/1.csv", "id,code", "1,x").With("orgs/2.csv", "extra,code,id", "e,y,2").With("orgs/3.csv", [0xEF, 0xBB, 0xBF, .. "id\n3\n"u8]);
        var rows = await MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: orgs/*.csv, columns: { sourcedId: id, name: { optionalColumn: code }, type: { optionalColumn: extra } } }"));
        Assert.Equal(["1", "2", "3"], rows.Cells("orgs", "sourcedId"));
        Assert.Equal(["x", "y", null], rows.Cells("orgs", "name"));
        Assert.Equal([null, "e", null], rows.Cells("orgs", "type"));
        Assert.Equal(["orgs/1.csv", "orgs/2.csv", "orgs/3.csv"], rows.Of("orgs").Select(row => row.File));
        Assert.All(rows.Of("orgs"), row => Assert.Equal((2L, "orgs/*.csv"), (row.Row, row.Group)));
    }

    [Fact]
    public async Task Pattern_AFileWithoutANeededColumn_RefusesThePackageAndNamesBoth()
    {
        var package = new MemoryPackage().With("orgs/1.csv", "id,code", "1,x").With("orgs/2.csv", "id", "2");
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(
            () => MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: orgs/*.csv, columns: { sourcedId: id, name: code } }")));
        Assert.Equal((ProfileDiagnosticCodes.MissingColumn, "orgs/2.csv"), (refused.Code, refused.File));
        Assert.Contains("code", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pattern_WithoutAFile_IsMissingAndAnOptionalSourceIsPassedOver()
    {
        var package = new MemoryPackage().With("orgs/1.csv", "id", "1");
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(
            () => MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: other/*.csv, columns: { sourcedId: id } }")));
        Assert.Equal((ProfileDiagnosticCodes.MissingFile, "other/*.csv"), (refused.Code, refused.File));

        const string Both = "{ file: other/*.csv, optional: true, columns: { sourcedId: id } }\n      - { file: orgs/*.csv, optional: true, columns: { sourcedId: id } }";
        var rows = await MappedRows.ReadAsync(package, OperatorTests.Profile(Both));
        Assert.Equal(["1"], rows.Cells("orgs", "sourcedId"));
        Assert.Empty(rows.Diagnostics.All);
        var none = await Assert.ThrowsAsync<PackageRefusedException>(() => MappedRows.ReadAsync(new MemoryPackage().With("x.csv", "id"), OperatorTests.Profile(Both)));
        Assert.Equal(ProfileDiagnosticCodes.MissingFile, none.Code);
    }

    [Fact]
    public async Task Pattern_LookupAndApplyToAll_ReadEveryFileAndKeepTheirBounds()
    {
        var package = new MemoryPackage().With("orgs.csv", "id", "1", "2", "3").With("names/a.csv", "key,name", "1,one").With("names/b.csv", "name,key", "two,2");
        var profile = OperatorTests.Profile("""
            { file: orgs.csv, applyToAll: { file: names/*.csv, column: key, into: each }, columns: { sourcedId: { concat: { of: [id, each], separator: "-" } }, name: { lookup: { file: names/*.csv, match: { key: id }, value: name, onMissing: dropRow } } } }
            """);
        var rows = await MappedRows.ReadAsync(package, profile);
        Assert.Equal(["1-1", "1-2", "2-1", "2-2"], rows.Cells("orgs", "sourcedId"));
        Assert.Equal(["one", "one", "two", "two"], rows.Cells("orgs", "name"));
        Assert.Empty(rows.Diagnostics.All);
        var lookups = await Assert.ThrowsAsync<PackageRefusedException>(() => MappedRows.ReadAsync(package, profile, new ProfileOptions { LookupMaxEntries = 1 }));
        Assert.Equal(ProfileDiagnosticCodes.LookupTooLarge, lookups.Code);
        var ids = await Assert.ThrowsAsync<PackageRefusedException>(() => MappedRows.ReadAsync(package, profile, new ProfileOptions { ApplyToAllMaxIds = 1 }));
        Assert.Equal((ProfileDiagnosticCodes.ApplyToAllTooLarge, "names/b.csv"), (ids.Code, ids.File));
    }

    [Fact]
    public void Unpivot_OverAPattern_IsRefusedWithTheProfile()
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => OperatorTests.Profile("{ file: orgs/*.csv, unpivot: { flag: [a, b] }, columns: { sourcedId: id, name: flag } }"));
        Assert.Equal("profile.conflict", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public async Task Filter_OnAnOptionalColumn_TakesItsAbsenceForBlank()
    {
        var package = new MemoryPackage().With("orgs/1.csv", "id,action", "1,D", "2,U").With("orgs/2.csv", "id", "3");
        var rows = await MappedRows.ReadAsync(package, OperatorTests.Profile("{ file: orgs/*.csv, filter: [{ column: action, optional: true, notIn: [D] }], columns: { sourcedId: id } }"));
        Assert.Equal(["2", "3"], rows.Cells("orgs", "sourcedId"));
    }
}
