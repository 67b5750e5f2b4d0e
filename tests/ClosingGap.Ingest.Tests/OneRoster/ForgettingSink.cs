using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Keeps no row, as the sink of a validation that loads nothing.</summary>
internal sealed class ForgettingSink : ICanonicalSink
{
    public bool KeepsRows => false;

    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
