using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Every file of the standard is kept, under the names of its newest version.</summary>
public sealed class CanonicalOneRosterTests
{
    [Fact]
    public void EveryFile_OfEveryVersion_HasACanonicalTable()
    {
        foreach (var version in FileContracts.Versions)
        {
            Assert.All(FileContracts.OfVersion(version).Values, contract => Assert.NotNull(contract.Canonical));
        }
    }

    [Fact]
    public void EveryColumn_OfEveryVersion_IsKeptExceptThreeKinds()
    {
        string[] left = ["status", "dateLastModified", "password", "resourceSourcedIds"];
        foreach (var contract in FileContracts.Versions.SelectMany(version => FileContracts.OfVersion(version).Values))
        {
            var lost = contract.Columns.Where((_, index) => contract.CanonicalOrdinals[index] < 0).Select(column => column.Name);
            Assert.Equal([], lost.Except(left));
        }
    }

    [Theory]
    [InlineData("results", "studentSourcedId")]
    [InlineData("userResources", "userSourcedId")]
    [InlineData("userProfiles", "userSourcedId")]
    [InlineData("lineItems", null)]
    public void Table_OfStudents_IsSplitByStudent(string table, string? column) => Assert.Equal(column, CanonicalTables.Get(table).StudentColumn);

    [Fact]
    public async Task FullSet_OfVersion12_IsKeptWholeWithoutPasswords()
    {
        var validated = await FullPackage.Create().ValidateAsync(Conformance.Strict);

        Assert.Equal(21, validated.Result.Tables.Count);
        Assert.Equal("9.50", validated.Sink.Cell("results", 0, "score"));
        Assert.Equal("{A:90-100},{B:80-89}", validated.Sink.Cell("scoreScales", 0, "scoreScaleValue"));
        Assert.Equal("p1", validated.Sink.Cell("roles", 0, "userProfileSourcedId"));
        Assert.DoesNotContain(validated.Sink.Rows["userProfiles"], row => row.Cells.Contains("hidden"));
        Assert.All(validated.Result.Files, file => Assert.True(file.IsUsed, file.File));
    }

    [Fact]
    public async Task LineItem_OfVersion11_KeepsItsGradingPeriodAsTheSession()
    {
        var validated = await TestPackage.Rostering()
            .Table("categories", "1.1", "g1,,,Homework")
            .Table("lineItems", "1.1", "l1,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,0,10")
            .Table("results", "1.1", "x1,,,l1,u1,fully graded,9,2024-09-09,", "x2,,,l1,u2,submitted,11,2024-09-09,")
            .Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal("t1", validated.Sink.Cell("lineItems", 0, "academicSessionSourcedId"));
        Assert.Equal(["u1", "u2"], validated.Sink.Rows["results"].Select(row => row.Cells[CanonicalTables.Get("results").Ordinal("studentSourcedId")]));
        Assert.Equal([Diagnostics.DiagnosticCodes.SemanticScoreAboveMax], validated.Findings.Codes());
    }
}
