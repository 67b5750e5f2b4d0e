using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Removes rollups that are old and were never released. A released one stays for ever, as readers may still have it.</summary>
public sealed class RollupCollection(
    IBlobStore blobs, IDocumentStore documents, RollupRecords records, StateReleases releases, IOptions<RollupOptions> options, TimeProvider time)
{
    /// <summary>Why a rollup is no candidate any more.</summary>
    public const string Collected = "rollup.collected";

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
            await CollectAsync(RollupId.Parse(rollup.Id), cancellationToken);
        }
    }

    /// <summary>
    /// A release may be asked for at the same time. Each says first what it does, and then looks at the other: the rollup is a candidate no more before it is
    /// looked whether a release of it is being prepared, and a release that is being prepared looks whether it still is one.
    /// </summary>
    private async Task CollectAsync(RollupId id, CancellationToken cancellationToken)
    {
        var before = await records.RequireAsync(id, cancellationToken);
        var marked = await records.ChangeAsync(
            id, rollup => rollup.Release is null ? rollup with { State = RollupState.Failed, ReasonCode = Collected } : rollup, cancellationToken);
        if (marked.Release is not null)
        {
            return;
        }

        if (await releases.FindNewestAsync(id.State, cancellationToken) is { State: ReleaseState.Preparing } release && release.Rollup == id.ToString())
        {
            await records.ChangeAsync(id, rollup => rollup with { State = before.State, ReasonCode = before.ReasonCode }, cancellationToken);
            return;
        }

        await RemoveAsync(id, cancellationToken);
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
