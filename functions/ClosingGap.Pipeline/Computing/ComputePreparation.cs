using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>Fixes what the computation shares, and finds whether there is anything to compute.</summary>
public sealed class ComputePreparation(
    IBlobStore blobs,
    DropRecords records,
    LaneStore lanes,
    SnapshotStore snapshots,
    PublishedVersions published,
    DistrictRegistry registry,
    ComputeContextBuilder builder)
{
    /// <summary>Prepares the computation of the run's version. May run twice.</summary>
    public async Task<ComputePlan> RunAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var manifest = await snapshots.ReadManifestAsync(CuratedPaths.Manifest(district, run), cancellationToken);
        var path = CuratedPaths.Context(district, run);
        var context = await blobs.FindJsonAsync(CuratedPaths.Container, path, PipelineJson.Default.ComputeContext, cancellationToken);
        if (context is null)
        {
            var registration = await registry.FindAsync(district, cancellationToken)
                ?? throw new InvalidOperationException("drop.unknown_district: the district was removed while its drop was under way.");
            context = await builder.BuildAsync(district, registration, manifest, drop.Kind == DropKind.Rebuild, cancellationToken);
            await blobs.WriteJsonAsync(CuratedPaths.Container, path, context, PipelineJson.Default.ComputeContext, cancellationToken);
        }

        await records.ChangeAsync(
            drop.Id,
            run.Attempt,
            d => d with { State = DropState.Computing, AsOf = context.AsOfOf(drop.Source), Progress = new DropProgress("compute", 0, manifest.ShardCount) },
            cancellationToken);
        return new ComputePlan(manifest.ShardCount, !context.Scrub && await IsUnchangedAsync(district, context, manifest, cancellationToken));
    }

    private async Task<bool> IsUnchangedAsync(
        DistrictId district, ComputeContext context, Ingest.Snapshot.SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var current = (await published.FindAsync(district, cancellationToken))?.Value;
        var index = current is null
            ? null
            : await blobs.FindJsonAsync(
                CuratedPaths.Container, CuratedPaths.ResultIndex(district, current.Version), PipelineJson.Default.ResultIndex, cancellationToken);
        return index is not null
            && index.ShardCount == manifest.ShardCount
            && index.Shards.All(shard => string.Equals(shard.Key, ComputeContextBuilder.ShardKey(context, manifest, shard.Shard), StringComparison.Ordinal));
    }
}
