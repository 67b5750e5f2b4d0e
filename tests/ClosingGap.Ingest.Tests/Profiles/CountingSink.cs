using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>Counts the accepted rows of each table.</summary>
internal sealed class CountingSink : ICanonicalSink
{
    public Dictionary<string, int> Rows { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TableMode> Modes { get; } = new(StringComparer.Ordinal);

    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken)
    {
        Modes.Add(table.Name, mode);
        Rows.Add(table.Name, 0);
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken)
    {
        Rows[table.Name]++;
        return ValueTask.CompletedTask;
    }

    public ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
