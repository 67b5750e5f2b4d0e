using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Documents;

/// <summary>Writes many documents whatever is there, in calls of bounded size.</summary>
internal static class BulkWrites
{
    public static async Task WriteAllAsync(
        this IDocumentStore store, IReadOnlyList<DocumentWrite> writes, int batchSize, CancellationToken cancellationToken)
    {
        foreach (var batch in writes.Chunk(batchSize))
        {
            var results = await store.BulkUpsertAsync(batch, cancellationToken);
            if (results.Any(result => !result.IsWritten))
            {
                throw new StoreUnavailableException("A document without a condition was not written.");
            }
        }
    }
}
