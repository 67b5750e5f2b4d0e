using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The documents of one host; a write may be the last thing that the process does, or does not.</summary>
internal sealed class HostDocuments(IDocumentStore inner, Deaths deaths) : IDocumentStore
{
    /// <summary>Called with every document that is written.</summary>
    public Action<DocumentWrite>? Saw { get; set; }

    /// <summary>Called before every page is read, with the prefix.</summary>
    public Func<string, Task>? Lists { get; set; }

    /// <summary>Called before every read of one document, with its id.</summary>
    public Func<string, Task>? Reads { get; set; }

    public async Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        await (Reads?.Invoke(id) ?? Task.CompletedTask);
        return await inner.GetAsync(partition, id, cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument?>> GetManyAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken) =>
        inner.GetManyAsync(keys, cancellationToken);

    public Task<WriteResult> CreateAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        deaths.AroundAsync("create " + Kind(document.Id), () => inner.CreateAsync(See(document), cancellationToken));

    public Task<WriteResult> ReplaceAsync(DocumentWrite document, string etag, CancellationToken cancellationToken) =>
        deaths.AroundAsync("replace " + Kind(document.Id), () => inner.ReplaceAsync(See(document), etag, cancellationToken));

    public Task<WriteResult> UpsertAsync(DocumentWrite document, CancellationToken cancellationToken) =>
        deaths.AroundAsync("upsert " + Kind(document.Id), () => inner.UpsertAsync(See(document), cancellationToken));

    public Task<WriteResult> DeleteAsync(string partition, string id, string? etag, CancellationToken cancellationToken) =>
        deaths.AroundAsync("delete " + Kind(id), () => inner.DeleteAsync(partition, id, etag, cancellationToken));

    public Task<IReadOnlyList<WriteResult>> BulkUpsertAsync(IReadOnlyList<DocumentWrite> documents, CancellationToken cancellationToken) =>
        deaths.AroundAsync("bulk " + (documents.Count == 0 ? "none" : Kind(documents[0].Id)), () => inner.BulkUpsertAsync([.. documents.Select(See)], cancellationToken));

    public Task<BatchResult> ExecuteBatchAsync(string partition, IReadOnlyList<BatchOperation> operations, CancellationToken cancellationToken) =>
        deaths.AroundAsync("batch " + Kind(operations[0].Document.Id), () => inner.ExecuteBatchAsync(partition, [.. operations.Select(operation => operation with { Document = See(operation.Document) })], cancellationToken));

    public async Task<DocumentPage> ListAsync(string partition, string idPrefix, string? after, int pageSize, CancellationToken cancellationToken)
    {
        await (Lists?.Invoke(idPrefix) ?? Task.CompletedTask);
        return await inner.ListAsync(partition, idPrefix, after, pageSize, cancellationToken);
    }

    private DocumentWrite See(DocumentWrite document)
    {
        Saw?.Invoke(document);
        return document;
    }

    private static string Kind(string id) => id.Split(':')[0];
}
