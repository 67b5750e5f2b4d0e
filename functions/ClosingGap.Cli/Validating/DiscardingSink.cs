using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Cli.Validating;

/// <summary>Drops accepted rows: a validation keeps nothing.</summary>
internal sealed class DiscardingSink : ICanonicalSink
{
    public bool KeepsRows => false;

    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
