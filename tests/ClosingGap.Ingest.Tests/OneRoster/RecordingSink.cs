using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Keeps the accepted rows and holds the validator to the order of calls.</summary>
internal sealed class RecordingSink(bool keepRows = true) : ICanonicalSink
{
    private string? _open;

    public List<(string Table, TableMode Mode)> Begun { get; } = [];

    public Dictionary<string, List<(string?[] Cells, bool Deleted)>> Rows { get; } = [];

    public Dictionary<string, long> Counts { get; } = [];

    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken)
    {
        Assert.Null(_open);
        _open = table.Name;
        Begun.Add((table.Name, mode));
        Rows[table.Name] = [];
        Counts[table.Name] = 0;
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken)
    {
        Assert.Equal(_open, table.Name);
        Assert.Equal(table.Columns.Count, cells.Length);
        Counts[table.Name]++;
        if (keepRows)
        {
            Rows[table.Name].Add((cells, deleted));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken)
    {
        Assert.Equal(_open, table.Name);
        _open = null;
        return ValueTask.CompletedTask;
    }

    /// <summary>The cell of a row.</summary>
    public string? Cell(string table, int row, string column) => Rows[table][row].Cells[CanonicalTables.Get(table).Ordinal(column)];

    /// <summary>All rows as text, in ordinal order.</summary>
    public IReadOnlyList<string> Sorted(string table) =>
        [.. Rows[table].Select(row => string.Join('|', row.Cells) + (row.Deleted ? "|deleted" : string.Empty)).Order(StringComparer.Ordinal)];
}
