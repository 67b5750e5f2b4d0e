using ClosingGap.Domain.Summaries;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>What the earlier steps of a run left for publishing.</summary>
public sealed class VersionInProgress(IBlobStore blobs, SnapshotStore snapshots)
{
    /// <summary>The manifest.</summary>
    public Task<SnapshotManifest> ManifestAsync(DistrictId district, DropRun run, CancellationToken cancellationToken) =>
        snapshots.ReadManifestAsync(CuratedPaths.Manifest(district, run), cancellationToken);

    /// <summary>The context.</summary>
    public Task<ComputeContext> ContextAsync(DistrictId district, DropRun run, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(CuratedPaths.Container, CuratedPaths.Context(district, run), PipelineJson.Default.ComputeContext, cancellationToken);

    /// <summary>The results of all shards, in order.</summary>
    public async Task<IReadOnlyList<ResultShard>> ShardsAsync(DistrictId district, DropRun run, int shardCount, CancellationToken cancellationToken)
    {
        var shards = new List<ResultShard>(shardCount);
        for (var shard = 0; shard < shardCount; shard++)
        {
            shards.Add(await blobs.ReadJsonAsync(
                CuratedPaths.Container, CuratedPaths.Computed(district, run, shard), PipelineJson.Default.ResultShard, cancellationToken));
        }

        return shards;
    }

    /// <summary>The counts of the run's version, as they were merged when it was planned.</summary>
    public Task<DistrictCounts> CountsAsync(DistrictId district, DropRun run, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(CuratedPaths.Container, CuratedPaths.Counts(district, run), PipelineJson.Default.DistrictCounts, cancellationToken);

    /// <summary>Merges the counts of all shards.</summary>
    public async Task<DistrictCounts> MergeCountsAsync(DistrictId district, IReadOnlyList<ResultShard> shards, CancellationToken cancellationToken)
    {
        var counts = new DistrictCounts();
        foreach (var shard in shards)
        {
            counts.Merge(await blobs.ReadJsonAsync(
                CuratedPaths.Container, CuratedPaths.ResultCounts(district, shard.Version, shard.Shard), PipelineJson.Default.DistrictCounts, cancellationToken));
        }

        return counts;
    }

    /// <summary>The names of the schools.</summary>
    public Task<IReadOnlyDictionary<string, string>> SchoolNamesAsync(DistrictId district, SnapshotManifest manifest, CancellationToken cancellationToken) =>
        new UnsplitTables(snapshots, district, manifest, cancellationToken).SchoolNamesAsync();
}
