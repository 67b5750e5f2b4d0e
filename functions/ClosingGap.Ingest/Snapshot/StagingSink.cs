using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Splits the accepted rows of one drop by table and student shard into local files, in bounded memory.</summary>
public sealed class StagingSink : ICanonicalSink, IAsyncDisposable
{
    /// <summary>Makes a sink that writes below <paramref name="directory"/>, which must exist. The caller deletes the directory.</summary>
    public StagingSink(DirectoryInfo directory, int shardCount, StagingOptions? options = null) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    /// <exception cref="SnapshotException"><c>snapshot.cell_out_of_range</c>: a cell is not of its column's type or range.</exception>
    public ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Closes all files and lists what was staged, by table name (ordinal), then shard.</summary>
    public Task<IReadOnlyList<StagedTable>> CompleteAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
