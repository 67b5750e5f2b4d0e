namespace ClosingGap.Pipeline.Ports;

/// <summary>
/// Documents by partition and id. Every read is a point read or a page of one partition.
/// An expired document is as good as none. A store that cannot answer throws <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads one document; null when there is none.</summary>
    Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken);

    /// <summary>Reads many documents; one answer for each key, in their order, null where there is none.</summary>
    Task<IReadOnlyList<StoredDocument?>> GetManyAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken);

    /// <summary>Writes a new document: Written or AlreadyExists.</summary>
    Task<WriteResult> CreateAsync(DocumentWrite document, CancellationToken cancellationToken);

    /// <summary>Replaces a document whose ETag is <paramref name="etag"/>: Written, PreconditionFailed or NotFound.</summary>
    Task<WriteResult> ReplaceAsync(DocumentWrite document, string etag, CancellationToken cancellationToken);

    /// <summary>Writes whatever is there: Written.</summary>
    Task<WriteResult> UpsertAsync(DocumentWrite document, CancellationToken cancellationToken);

    /// <summary>Removes a document, with <paramref name="etag"/> only when it still has that ETag: Written, PreconditionFailed or NotFound.</summary>
    Task<WriteResult> DeleteAsync(string partition, string id, string? etag, CancellationToken cancellationToken);

    /// <summary>
    /// Writes many documents of any partitions, each by itself with its own conditions (IfMatch, IfAbsent), in any order and number;
    /// one result for each, in their order. Not a transaction.
    /// </summary>
    Task<IReadOnlyList<WriteResult>> BulkUpsertAsync(IReadOnlyList<DocumentWrite> documents, CancellationToken cancellationToken);

    /// <summary>Does all operations or none, in one partition: 1 to 100 operations, 2 MB of bodies at most.</summary>
    /// <exception cref="ArgumentException">The limits are passed, or an operation is of another partition.</exception>
    Task<BatchResult> ExecuteBatchAsync(string partition, IReadOnlyList<BatchOperation> operations, CancellationToken cancellationToken);

    /// <summary>A page of one partition in ordinal order of ids, of those that begin with <paramref name="idPrefix"/>.</summary>
    /// <param name="after">The id after which to begin (exclusive); null: at the beginning.</param>
    /// <param name="pageSize">1 to 1,000.</param>
    Task<DocumentPage> ListAsync(string partition, string idPrefix, string? after, int pageSize, CancellationToken cancellationToken);
}
