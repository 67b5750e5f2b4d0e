using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The documents of one host; a write may be the last thing that the process does, or does not.</summary>
internal sealed class HostDocuments(IDocumentStore inner, Deaths deaths) : IDocumentStore
{
    public Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken) =>
        inner.GetAsync(partition, id, cancellationToken);

    public Task<IReadOnlyList<StoredDocument?>> GetManyAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken) =>
        inner.GetManyAsync(keys, cancellationToken);

    public Task<WriteResult> CreateAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        deaths.AroundAsync("create " + Kind(document.Id), () => inner.CreateAsync(document, cancellationToken));

    public Task<WriteResult> ReplaceAsync(DocumentWrite document, string etag, CancellationToken cancellationToken) =>
        deaths.AroundAsync("replace " + Kind(document.Id), () => inner.ReplaceAsync(document, etag, cancellationToken));

    public Task<WriteResult> UpsertAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        deaths.AroundAsync("upsert " + Kind(document.Id), () => inner.UpsertAsync(document, cancellationToken));

    public Task<WriteResult> DeleteAsync(string partition, string id, string? etag, CancellationToken cancellationToken) =>
        deaths.AroundAsync("delete " + Kind(id), () => inner.DeleteAsync(partition, id, etag, cancellationToken));

    public Task<IReadOnlyList<WriteResult>> BulkUpsertAsync(IReadOnlyList<DocumentWrite> documents, CancellationToken cancellationToken) =>
        deaths.AroundAsync("bulk " + (documents.Count == 0 ? "none" : Kind(documents[0].Id)), () => inner.BulkUpsertAsync(documents, cancellationToken));

    public Task<BatchResult> ExecuteBatchAsync(string partition, IReadOnlyList<BatchOperation> operations, CancellationToken cancellationToken) =>
        deaths.AroundAsync("batch " + Kind(operations[0].Document.Id), () => inner.ExecuteBatchAsync(partition, operations, cancellationToken));

    public Task<DocumentPage> ListAsync(string partition, string idPrefix, string? after, int pageSize, CancellationToken cancellationToken) =>
        inner.ListAsync(partition, idPrefix, after, pageSize, cancellationToken);

    private static string Kind(string id) => id.Split(':')[0];
}
