using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// Splits the accepted rows of one drop by table and student shard into local files, in bounded memory. For one caller at a time.
/// A delta's row whose key does not tell its student (an enrollment, say) may stand in another shard under the same key: the key is
/// then deleted in all other shards, so that each shard can be merged for itself.
/// </summary>
public sealed class StagingSink : ICanonicalSink, IAsyncDisposable
{
    private const int MaxBlockBytes = 1 << 20;

    private readonly DirectoryInfo _directory;
    private readonly int _shardCount;
    private readonly long _bufferBytes;
    private readonly SortedDictionary<string, StagingTable> _tables = new(StringComparer.Ordinal);
    private long _buffered;
    private bool _completed;

    /// <summary>Makes a sink that writes files into <paramref name="directory"/>, which must exist. The caller deletes the directory.</summary>
    /// <param name="directory">A local directory of this drop alone.</param>
    /// <param name="shardCount">1 to <see cref="StudentShard.MaxShards"/>.</param>
    /// <param name="options">Limits; null: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of shards or an option is out of its range.</exception>
    public StagingSink(DirectoryInfo directory, int shardCount, StagingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentOutOfRangeException.ThrowIfLessThan(shardCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shardCount, StudentShard.MaxShards);
        _bufferBytes = (options ?? new StagingOptions()).BufferBytes;
        ArgumentOutOfRangeException.ThrowIfLessThan(_bufferBytes, StagingOptions.MinBufferBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_bufferBytes, StagingOptions.MaxBufferBytes, nameof(options));
        _directory = directory;
        _shardCount = shardCount;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The table was begun before in another mode, or the sink is complete.</exception>
    public ValueTask BeginTableAsync(CanonicalTable table, TableMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ObjectDisposedException.ThrowIf(_completed, this);
        if (!_tables.TryGetValue(table.Name, out var staging))
        {
            _tables.Add(table.Name, new StagingTable(_directory, table, mode, _shardCount));
        }
        else if (staging.Mode != mode)
        {
            throw new InvalidOperationException($"The table {table.Name} is staged as {staging.Mode} and cannot also be {mode}.");
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="SnapshotException"><c>snapshot.cell_out_of_range</c>: a cell is not of its column's type or range.</exception>
    /// <exception cref="InvalidOperationException">The table was not begun, or the row has another number of cells.</exception>
    public async ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cells);
        ObjectDisposedException.ThrowIf(_completed, this);
        if (!_tables.TryGetValue(table.Name, out var staging) || cells.Length != table.Columns.Count)
        {
            throw new InvalidOperationException($"The table {table.Name} was not begun, or its row has not {table.Columns.Count} cells.");
        }

        var (first, count, home) = staging.Place(cells, deleted);
        for (var shard = first; shard < first + count; shard++)
        {
            if (staging.Mode == TableMode.Bulk && deleted)
            {
                return;
            }

            var file = staging.File(shard);
            var before = file.Buffer.Capacity;
            file.Buffer.AddRow(table, staging.IsKey, cells, deleted || shard != home);
            _buffered += file.Buffer.Capacity - before;
            if (file.Buffer.Written.Length >= MaxBlockBytes)
            {
                await FlushAsync(file, cancellationToken);
            }
            else if (_buffered > _bufferBytes)
            {
                await FlushAllAsync(cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (_tables.TryGetValue(table.Name, out var staging))
        {
            foreach (var file in staging.Files)
            {
                await FlushAsync(file, cancellationToken);
            }
        }
    }

    /// <summary>Completes all files and lists what was staged, by table name (ordinal), then shard.</summary>
    /// <exception cref="ObjectDisposedException">It was called before.</exception>
    public async Task<IReadOnlyList<StagedTable>> CompleteAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        await FlushAllAsync(cancellationToken);
        _completed = true;
        var staged = new List<StagedTable>();
        foreach (var table in _tables.Values)
        {
            foreach (var file in table.Files)
            {
                await file.CompleteAsync(cancellationToken);
            }

            staged.AddRange(table.List());
        }

        return staged;
    }

    /// <summary>Gives the buffers back. The files stay.</summary>
    public ValueTask DisposeAsync()
    {
        _completed = true;
        foreach (var file in _tables.Values.SelectMany(table => table.Files))
        {
            file.Buffer.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private async Task FlushAllAsync(CancellationToken cancellationToken)
    {
        foreach (var file in _tables.Values.SelectMany(table => table.Files))
        {
            await FlushAsync(file, cancellationToken);
        }
    }

    private async Task FlushAsync(StagedFile file, CancellationToken cancellationToken)
    {
        var before = file.Buffer.Capacity;
        await file.FlushAsync(cancellationToken);
        _buffered += file.Buffer.Capacity - before;
    }
}
