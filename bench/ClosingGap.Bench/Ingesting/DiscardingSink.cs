using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Bench.Ingesting;

/// <summary>Counts accepted rows and forgets them.</summary>
internal sealed class DiscardingSink : ICanonicalSink
{
    public long Rows { get; private set; }

    public bool KeepsRows => false;

    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken)
    {
        Rows++;
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteAsync(CanonicalTable table, CanonicalRow row, CancellationToken cancellationToken)
    {
        Rows++;
        return ValueTask.CompletedTask;
    }

    public ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
