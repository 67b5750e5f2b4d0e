using System.Net;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;
using Microsoft.Azure.Cosmos;

namespace ClosingGap.Storage.Cosmos;

/// <summary>
/// Documents in one container of Cosmos DB for NoSQL. Bodies pass as raw JSON; the service may write them in another but equal form.
/// A write whose answer was lost is tried again by the client, so a create may answer AlreadyExists, and a replace PreconditionFailed,
/// for one's own write: read the document to know. Ids are ordered by their UTF-8 bytes.
/// </summary>
public sealed class CosmosDocumentStore : IDocumentStore, IAsyncDisposable
{
    private readonly CosmosStoreOptions _options;
    private readonly CosmosClient _client;
    private readonly CosmosClient _bulkClient;
    private readonly CosmosWriter _writer;
    private readonly CosmosWriter _bulkWriter;
    private readonly Container _container;

    public CosmosDocumentStore(CosmosStoreOptions options)
        : this(options, null)
    {
    }

    internal CosmosDocumentStore(CosmosStoreOptions options, Func<HttpClient>? httpClients)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _client = CosmosClients.Create(options, isBulk: false, httpClients);
        _bulkClient = CosmosClients.Create(options, isBulk: true, httpClients);
        _container = _client.GetContainer(options.Database, options.Container);
        _writer = new CosmosWriter(_container);
        _bulkWriter = new CosmosWriter(_bulkClient.GetContainer(options.Database, options.Container));
    }

    /// <inheritdoc />
    public Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, id);
        return CosmosFaults.GuardAsync(
            async () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var answer = await _container.ReadItemStreamAsync(
                    id, new PartitionKey(partition), null, cancellationToken).ConfigureAwait(false);
                if (answer.StatusCode == HttpStatusCode.NotFound && CosmosWriter.SubStatus(answer.Headers) == 0)
                {
                    return null;
                }

                return answer.IsSuccessStatusCode
                    ? await CosmosItem.ReadAsync(answer.Content, cancellationToken).ConfigureAwait(false)
                    : throw CosmosWriter.Fault(answer);
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredDocument?>> GetManyAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            DocumentRules.CheckKey(key.Partition, key.Id);
        }

        var documents = new StoredDocument?[keys.Count];
        await InParallelAsync(
            documents.Length,
            _options.ReadConcurrency,
            async (index, token) => documents[index] = await GetAsync(keys[index].Partition, keys[index].Id, token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return documents;
    }

    /// <inheritdoc />
    public Task<WriteResult> CreateAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        _writer.WriteAsync(PlannedWrite.Create(document), cancellationToken);

    /// <inheritdoc />
    public Task<WriteResult> ReplaceAsync(DocumentWrite document, string etag, CancellationToken cancellationToken) =>
        _writer.WriteAsync(PlannedWrite.Replace(document, etag), cancellationToken);

    /// <inheritdoc />
    public Task<WriteResult> UpsertAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        _writer.WriteAsync(PlannedWrite.Unconditional(document), cancellationToken);

    /// <inheritdoc />
    public Task<WriteResult> DeleteAsync(string partition, string id, string? etag, CancellationToken cancellationToken) =>
        _writer.WriteAsync(PlannedWrite.Delete(partition, id, etag), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<WriteResult>> BulkUpsertAsync(IReadOnlyList<DocumentWrite> documents, CancellationToken cancellationToken)
    {
        var writes = PlannedWrite.Upserts(documents);
        var results = new WriteResult[writes.Length];
        await InParallelAsync(
            writes.Length,
            _options.BulkConcurrency,
            async (index, token) => results[index] = await _bulkWriter.WriteAsync(writes[index], token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return results;
    }

    /// <inheritdoc />
    public Task<BatchResult> ExecuteBatchAsync(
        string partition, IReadOnlyList<BatchOperation> operations, CancellationToken cancellationToken) =>
        _writer.WriteBatchAsync(partition, PlannedWrite.Batch(partition, operations), cancellationToken);

    /// <inheritdoc />
    public Task<DocumentPage> ListAsync(
        string partition, string idPrefix, string? after, int pageSize, CancellationToken cancellationToken)
    {
        DocumentRules.CheckPage(partition, idPrefix, pageSize);
        return CosmosFaults.GuardAsync(
            () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return PageAsync(partition, idPrefix, after ?? "", pageSize, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _bulkClient.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<DocumentPage> PageAsync(
        string partition, string idPrefix, string after, int pageSize, CancellationToken cancellationToken)
    {
        // The cursor is an id of ours, not the service's continuation: it stays good across processes and stores.
        var query = new QueryDefinition("SELECT * FROM c WHERE c.id > @after AND STARTSWITH(c.id, @prefix) ORDER BY c.id")
            .WithParameter("@after", after)
            .WithParameter("@prefix", idPrefix);
        using var pages = _container.GetItemQueryStreamIterator(
            query,
            null,
            new QueryRequestOptions { PartitionKey = new PartitionKey(partition), MaxItemCount = pageSize + 1 });
        var documents = new List<StoredDocument>();
        while (documents.Count <= pageSize && pages.HasMoreResults)
        {
            using var answer = await pages.ReadNextAsync(cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                throw CosmosWriter.Fault(answer);
            }

            documents.AddRange(await CosmosItem.ReadPageAsync(answer.Content, cancellationToken).ConfigureAwait(false));
        }

        if (documents.Count <= pageSize)
        {
            return new(documents, null);
        }

        documents.RemoveRange(pageSize, documents.Count - pageSize);
        return new(documents, documents[^1].Id);
    }

    private static Task InParallelAsync(int count, int concurrency, Func<int, CancellationToken, Task> action, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (index, token) => await action(index, token).ConfigureAwait(false));
}
