#if DUCKDB
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using DuckDB.NET.Data;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>The snapshot is for readers of other makes too.</summary>
public sealed class DuckDbTests : IDisposable
{
    private static readonly CanonicalTable s_table = new(
        "everything",
        [
            new("id", ColumnType.Id), new("text", ColumnType.Text), new("flag", ColumnType.Boolean), new("day", ColumnType.Date),
            new("year", ColumnType.SchoolYear), new("count", ColumnType.Integer), new("amount", ColumnType.Decimal),
        ],
        ["id"],
        null);

    private static readonly string?[][] s_rows =
    [
        ["1", "Zoë 😀", "true", "2026-02-28", "2026", "-2147483648", "-999999999999.999999"],
        ["2", null, null, null, null, null, null],
        ["3", "名前", "false", "0001-01-01", "2000", "2147483647", "0.500000"],
        ["4", "B", "false", "9999-12-31", "1970", "0", "0.000001"],
    ];

    private readonly TempFolder _folder = new();
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Select_EveryType_IsWhatWasWritten()
    {
        var file = await WriteAsync(s_rows);
        Assert.Equal(
            ["VARCHAR", "VARCHAR", "BOOLEAN", "DATE", "INTEGER", "INTEGER", "DECIMAL(18,6)"],
            Select($"select column_type from (describe select * from '{file}')").Select(row => row[0]));
        Assert.Equal(s_rows, Select($"select columns(*)::varchar from '{file}' order by id"));
        Assert.Equal("4", Assert.Single(Select($"select id from '{file}' where text = 'B' and amount = 0.000001"))[0]);
    }

    [Fact]
    public async Task Select_FileWithoutRows_IsEmpty() =>
        Assert.Equal("0", Assert.Single(Select($"select count(*)::varchar from '{await WriteAsync([])}'"))[0]);

    private async Task<string> WriteAsync(string?[][] rows)
    {
        var path = Path.Combine(_folder.Directory.FullName, "shard.parquet");
        await using var file = File.Create(path);
        await CanonicalParquet.WriteAsync(file, s_table, rows, Merging.Token);
        return path;
    }

    private List<string?[]> Select(string sql)
    {
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetString(index))]);
        }

        _connection.Close();
        return rows;
    }
}
#endif
