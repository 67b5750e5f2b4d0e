using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Documents;

/// <summary>One checked operation: what is done, to what, and under which ETag. The conditions of a write are settled into its kind.</summary>
/// <param name="Kind">Create, Replace (IfMatch null: any version), Upsert (no condition) or Delete (IfMatch null: any version).</param>
/// <param name="Document">The document; for a delete only its key counts.</param>
/// <param name="IfMatch">The ETag that must be stored; null: any.</param>
internal readonly record struct PlannedWrite(BatchKind Kind, DocumentWrite Document, string? IfMatch)
{
    public static PlannedWrite Create(DocumentWrite document)
    {
        DocumentRules.CheckWrite(document);
        return new(BatchKind.Create, document, null);
    }

    public static PlannedWrite Replace(DocumentWrite document, string etag)
    {
        ArgumentException.ThrowIfNullOrEmpty(etag);
        DocumentRules.CheckWrite(document);
        return new(BatchKind.Replace, document, etag);
    }

    /// <summary>Writes whatever is there; the document's own conditions are for bulk and batch.</summary>
    public static PlannedWrite Unconditional(DocumentWrite document)
    {
        DocumentRules.CheckWrite(document);
        return new(BatchKind.Upsert, document, null);
    }

    /// <summary>An upsert that keeps to the document's own conditions: with IfMatch it replaces, with IfAbsent it creates.</summary>
    public static PlannedWrite Upsert(DocumentWrite document)
    {
        DocumentRules.CheckWrite(document);
        return document switch
        {
            { IfMatch: { } etag } => new(BatchKind.Replace, document, etag),
            { IfAbsent: true } => new(BatchKind.Create, document, null),
            _ => new(BatchKind.Upsert, document, null),
        };
    }

    /// <summary>Plans the upserts of a bulk, each of its own.</summary>
    public static PlannedWrite[] Upserts(IReadOnlyList<DocumentWrite> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return [.. documents.Select(Upsert)];
    }

    public static PlannedWrite Delete(string partition, string id, string? etag)
    {
        DocumentRules.CheckKey(partition, id);
        return new(BatchKind.Delete, new DocumentWrite(partition, id, default), etag);
    }

    /// <summary>Plans a batch.</summary>
    /// <exception cref="ArgumentException">Number, size, partition or conditions are wrong.</exception>
    public static PlannedWrite[] Batch(string partition, IReadOnlyList<BatchOperation> operations)
    {
        DocumentRules.CheckPartition(partition);
        ArgumentNullException.ThrowIfNull(operations);
        if (operations.Count is 0 or > DocumentRules.MaxBatchOperations)
        {
            throw new ArgumentException("batch_operations: a batch has 1 to 100 operations; split it.", nameof(operations));
        }

        var bytes = 0L;
        var planned = new PlannedWrite[operations.Count];
        for (var index = 0; index < planned.Length; index++)
        {
            var (kind, document) = operations[index];
            if (!string.Equals(document.Partition, partition, StringComparison.Ordinal))
            {
                throw new ArgumentException("batch_partition: all operations of a batch are of its partition.", nameof(operations));
            }

            planned[index] = OfBatch(kind, document);
            bytes += kind == BatchKind.Delete ? 0 : document.Body.Length;
        }

        if (bytes > DocumentRules.MaxBodyBytes)
        {
            throw new ArgumentException("batch_too_large: the bodies of a batch have at most 2,000,000 bytes; split it.", nameof(operations));
        }

        return planned;
    }

    private static PlannedWrite OfBatch(BatchKind kind, DocumentWrite document)
    {
        var isContradiction = kind switch
        {
            BatchKind.Create => document.IfMatch is not null,
            BatchKind.Replace or BatchKind.Delete => document.IfAbsent,
            _ => false,
        };
        if (isContradiction)
        {
            throw new ArgumentException(
                "batch_condition: a create takes no IfMatch, a replace or delete no IfAbsent.", nameof(document));
        }

        switch (kind)
        {
            case BatchKind.Create:
                return Create(document);
            case BatchKind.Replace:
                DocumentRules.CheckWrite(document);
                return new(BatchKind.Replace, document, document.IfMatch);
            case BatchKind.Upsert:
                return Upsert(document);
            case BatchKind.Delete:
                return Delete(document.Partition, document.Id, document.IfMatch);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
