using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Removes rollups that are old and were never released. A released one stays for ever, as readers may still have it.</summary>
public sealed class RollupCollection(IBlobStore blobs, IDocumentStore documents, RollupRecords records, IOptions<RollupOptions> options, TimeProvider time)
{
    private const int MostAtOnce = 20;

    /// <summary>Collects in a state. May run twice.</summary>
    public async Task RunAsync(string state, CancellationToken cancellationToken)
    {
        var old = new List<Rollup>();
        string? after = null;
        do
        {
            var page = await records.ListAsync(state, after, RollupRecords.MaxPageSize, cancellationToken);
            old.AddRange(page.Rollups.Where(rollup =>
                rollup.Release is null && rollup.State != RollupState.Running && rollup.StartedAt < time.GetUtcNow().AddDays(-options.Value.KeepDays)));
            after = page.Next;
        }
        while (after is not null);

        foreach (var rollup in old.TakeLast(MostAtOnce))
        {
            await RemoveAsync(RollupId.Parse(rollup.Id), cancellationToken);
        }
    }

    private async Task RemoveAsync(RollupId id, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        await foreach (var blob in blobs.ListAsync(RollupPaths.Container, RollupPaths.Folder(id), cancellationToken))
        {
            paths.Add(blob.Path);
        }

        foreach (var path in paths)
        {
            await blobs.DeleteAsync(RollupPaths.Container, path, cancellationToken);
        }

        var key = DocumentKeys.Rollup(id);
        await documents.DeleteAsync(key.Partition, key.Id, null, cancellationToken);
    }
}
