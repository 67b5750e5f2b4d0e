using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Tests.Contracts;

public sealed class FileContractsTests
{
    public static TheoryData<string> Versions => new(FileContracts.Versions);

    [Fact]
    public void ProcessingOrder_OfCanonicalTables_IsTheirOwnOrder() =>
        Assert.Equal(
            CanonicalTables.All.Select(table => table.Name),
            FileContracts.ProcessingOrder.Where(name => CanonicalTables.Find(name) is not null));

    [Theory]
    [MemberData(nameof(Versions))]
    public void EveryFile_OfAVersion_IsProcessedAfterWhatItRefersTo(string version)
    {
        var order = FileContracts.ProcessingOrder.ToList();
        var contracts = FileContracts.OfVersion(version).Values.Concat(FileContracts.Extensions.Values);
        foreach (var contract in contracts)
        {
            var place = order.IndexOf(contract.Name);
            Assert.True(place >= 0, contract.Name);
            Assert.All(
                contract.Columns.Where(column => column.Ref is not null),
                column => Assert.InRange(order.IndexOf(column.Ref!), 0, place));
        }
    }

    [Theory]
    [InlineData("1.1", 13, "users", "sourcedId", "password")]
    [InlineData("1.2", 21, "users", "sourcedId", "pronouns")]
    public void Version_HasTheFilesOfTheStandard(string version, int files, string table, string first, string last)
    {
        Assert.Equal(files, FileContracts.OfVersion(version).Count);
        Assert.Equal(first, FileContracts.Find(version, table)!.Columns[0].Name);
        Assert.Equal(last, FileContracts.Find(version, table)!.Columns[^1].Name);
    }

    [Fact]
    public void EveryCanonicalTable_HasAContractThatFillsEveryColumnAndTheSameKey()
    {
        foreach (var table in CanonicalTables.All)
        {
            var mapped = FileContracts.Mapped(table);
            var filled = mapped.CanonicalOrdinals.Where(ordinal => ordinal >= 0).Order();
            Assert.Equal(Enumerable.Range(0, table.Columns.Count), filled);
            Assert.Equal(table.Key.Order(StringComparer.Ordinal), mapped.Key.Select(index => mapped.Columns[index].Name).Order(StringComparer.Ordinal));
            Assert.False(mapped.HasLifecycle);
        }
    }

    [Fact]
    public void Passwords_InAnyContract_AreKeptNowhere()
    {
        foreach (var contract in FileContracts.Versions.SelectMany(version => FileContracts.OfVersion(version).Values))
        {
            var password = contract.IndexOf("password");
            Assert.True(password < 0 || contract.CanonicalOrdinals[password] == -1, contract.Name);
        }
    }

    [Fact]
    public void EnumColumns_InEveryContract_HaveTheirTokens()
    {
        foreach (var contract in FileContracts.Versions.SelectMany(version => FileContracts.OfVersion(version).Values))
        {
            Assert.All(
                contract.Columns.Where(column => column.Type is CellType.Enum or CellType.EnumList),
                column => Assert.NotEmpty(column.Enum ?? []));
        }
    }
}
