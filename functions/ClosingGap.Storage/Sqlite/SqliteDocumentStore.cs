using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;

namespace ClosingGap.Storage.Sqlite;

/// <summary>
/// The embedded document store: one SQLite file (write-ahead log, 8 KB pages), one writer with group commit, many readers.
/// What is answered as written survives the death of the process. Ids are ordered by their UTF-8 bytes.
/// Several processes may open the file; a lock held longer than <see cref="SqliteStoreOptions.BusyTimeout"/> is a
/// <see cref="StoreUnavailableException"/>.
/// </summary>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    // Small enough that other callers' writes come between those of a large bulk.
    private const int BulkChunk = 250;

    private readonly TimeProvider _time;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaderPool _readers;

    /// <summary>Opens the file, making it when missing.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened, or is locked.</exception>
    public SqliteDocumentStore(SqliteStoreOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        var file = new SqliteFile(options);
        file.Create();
        _time = time;
        _writer = new SqliteWriter(file, options, time);
        _readers = new SqliteReaderPool(file, options.Readers);
    }

    /// <inheritdoc />
    public async Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, id);
        cancellationToken.ThrowIfCancellationRequested();
        var now = Now();
        return await _readers.UseAsync(reader => reader.Get(partition, id, now), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredDocument?>> GetManyAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            DocumentRules.CheckKey(key.Partition, key.Id);
        }

        var now = Now();
        return await Task.Run(
            () => _readers.UseAsync(reader => reader.GetMany(keys, now, cancellationToken), cancellationToken).AsTask(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<WriteResult> CreateAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        WriteOneAsync(PlannedWrite.Create(document), cancellationToken);

    /// <inheritdoc />
    public Task<WriteResult> ReplaceAsync(DocumentWrite document, string etag, CancellationToken cancellationToken) =>
        WriteOneAsync(PlannedWrite.Replace(document, etag), cancellationToken);

    /// <inheritdoc />
    public Task<WriteResult> UpsertAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        WriteOneAsync(PlannedWrite.Unconditional(document), cancellationToken);

    /// <inheritdoc />
    public Task<WriteResult> DeleteAsync(string partition, string id, string? etag, CancellationToken cancellationToken) =>
        WriteOneAsync(PlannedWrite.Delete(partition, id, etag), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<WriteResult>> BulkUpsertAsync(IReadOnlyList<DocumentWrite> documents, CancellationToken cancellationToken)
    {
        var writes = PlannedWrite.Upserts(documents);
        var results = new WriteResult[writes.Length];
        var chunks = new List<Task>();
        for (var start = 0; start < writes.Length; start += BulkChunk)
        {
            chunks.Add(WriteChunkAsync(start, Math.Min(BulkChunk, writes.Length - start)));
        }

        await Task.WhenAll(chunks).ConfigureAwait(false);
        return results;

        async Task WriteChunkAsync(int start, int count)
        {
            var written = await _writer.WriteAsync(writes.AsMemory(start, count), isAtomic: false, cancellationToken).ConfigureAwait(false);
            written.CopyTo(results, start);
        }
    }

    /// <inheritdoc />
    public async Task<BatchResult> ExecuteBatchAsync(
        string partition, IReadOnlyList<BatchOperation> operations, CancellationToken cancellationToken)
    {
        var writes = PlannedWrite.Batch(partition, operations);
        var results = await _writer.WriteAsync(writes, isAtomic: true, cancellationToken).ConfigureAwait(false);
        return new(results.All(result => result.IsWritten), results);
    }

    /// <inheritdoc />
    public async Task<DocumentPage> ListAsync(
        string partition, string idPrefix, string? after, int pageSize, CancellationToken cancellationToken)
    {
        DocumentRules.CheckPage(partition, idPrefix, pageSize);
        var now = Now();
        return await Task.Run(
            () => _readers.UseAsync(
                reader => reader.List(partition, idPrefix, after, pageSize, now, cancellationToken), cancellationToken).AsTask(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<WriteResult> WriteOneAsync(PlannedWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = await _writer.WriteAsync(new[] { write }, isAtomic: false, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
