using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Summaries;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>Makes a version visible: the district's summary, then the one switch, then the record.</summary>
public sealed class Publication(
    IBlobStore blobs,
    IDocumentStore documents,
    DropRecords records,
    LaneStore lanes,
    DistrictRegistry registry,
    PublishedVersions published,
    VersionInProgress version,
    DistrictContribution contribution,
    IOptions<PipelineOptions> options,
    TimeProvider time)
{
    /// <summary>Publishes the run's version. May run twice.</summary>
    public async Task RunAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var manifest = await version.ManifestAsync(district, run, cancellationToken);
        var context = await version.ContextAsync(district, run, cancellationToken);
        var shards = await version.ShardsAsync(district, run, manifest.ShardCount, cancellationToken);
        var counts = await version.CountsAsync(district, run, cancellationToken);
        var current = (await published.FindAsync(district, cancellationToken))?.Value;
        if (current is null || current.Version < manifest.Version)
        {
            var next = new PublishedVersion(
                manifest.Version, PublishedVersion.AbandonedBefore(current, manifest.Version), drop.Id, context.AsOf, context.SchoolYear, time.GetUtcNow(), run.Epoch);
            await WriteFilesAsync(district, manifest, shards, counts, cancellationToken);
            var before = await PastMonths.FindAsync(documents, district, current, context, cancellationToken);
            await WriteSummaryAsync(district, manifest, context, counts, next, before, cancellationToken);
            await contribution.WriteAsync(
                district, run, context, manifest.Version, shards, await version.SchoolNamesAsync(district, manifest, cancellationToken), cancellationToken);
            await published.SwitchAsync(district, run, next, cancellationToken);
        }

        await WriteCurrentAsync(district, manifest, cancellationToken);
        await records.ChangeAsync(drop.Id, run.Attempt, d => Published(d, context, manifest.Version, counts, shards), cancellationToken);
    }

    /// <summary>Ends a drop whose version would be the published one. May run twice.</summary>
    public async Task EndUnchangedAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        var current = (await published.FindAsync(district, cancellationToken))?.Value
            ?? throw new InvalidOperationException("published.missing: nothing is published, so nothing can be unchanged.");
        var context = await version.ContextAsync(district, run, cancellationToken);
        var index = await blobs.ReadJsonAsync(
            CuratedPaths.Container, CuratedPaths.ResultIndex(district, current.Version), PipelineJson.Default.ResultIndex, cancellationToken);
        var shards = index.Shards.Select(shard => shard with { Written = 0, Unchanged = shard.Students, Removed = 0, IsComputed = false }).ToList();
        var counts = await version.MergeCountsAsync(district, shards, cancellationToken);
        await records.ChangeAsync(drop.Id, run.Attempt, d => Published(d, context, current.Version, counts, shards), cancellationToken);
    }

    private static Drop Published(Drop drop, ComputeContext context, long number, DistrictCounts counts, IReadOnlyList<ResultShard> shards) => drop with
    {
        State = DropState.Published,
        ReasonCode = null,
        Reason = null,
        Version = number,
        AsOf = context.AsOfOf(drop.Source),
        Progress = null,
        Counts = drop.Counts with
        {
            Students = counts.Total.Students,
            DocumentsWritten = shards.Sum(shard => shard.Written),
            DocumentsUnchanged = shards.Sum(shard => shard.Unchanged),
            DocumentsRemoved = shards.Sum(shard => shard.Removed),
            ShardsComputed = shards.Count(shard => shard.IsComputed),
            ShardsUnchanged = shards.Count(shard => !shard.IsComputed),
        },
    };

    private async Task WriteFilesAsync(
        DistrictId district, SnapshotManifest manifest, IReadOnlyList<ResultShard> shards, DistrictCounts counts, CancellationToken cancellationToken)
    {
        var index = new ResultIndex(manifest.Version, manifest.ShardCount, shards, [.. counts.Schools.Keys]);
        await blobs.WriteJsonAsync(
            CuratedPaths.Container, CuratedPaths.ResultIndex(district, manifest.Version), index, PipelineJson.Default.ResultIndex, cancellationToken);
        using var content = new MemoryStream(manifest.ToUtf8());
        await blobs.WriteAsync(
            CuratedPaths.Container, SnapshotPaths.Version(district.State, district.LocalId, manifest.Version), content, "application/json", cancellationToken);
    }

    private async Task WriteSummaryAsync(
        DistrictId district,
        SnapshotManifest manifest,
        ComputeContext context,
        DistrictCounts counts,
        PublishedVersion next,
        RateTable before,
        CancellationToken cancellationToken)
    {
        var registration = await registry.FindAsync(district, cancellationToken);
        var names = await version.SchoolNamesAsync(district, manifest, cancellationToken);
        var schools = counts.Schools.Select(school => new SchoolLine(
            school.Key, names.GetValueOrDefault(school.Key, school.Key), school.Value.Total.Students, school.Value.Total.Active)).ToList();
        var summary = new DistrictSummary(
            district.ToString(), registration?.Name ?? district.ToString(), next.Version, next.AsOf, next.SchoolYear, next.PublishedAt, next.DropId,
            counts.Total.Students, counts.Schools.Values.Select(school => school.InstructionalDays).DefaultIfEmpty(0).Max(), counts.Total, schools);
        var writes = new List<DocumentWrite> { DocumentKeys.DistrictSummary(district, next.Version).Write(summary, PipelineJson.Default.DistrictSummary) };

        // Combinations have many groups: they stand on the pages of gaps alone.
        foreach (var dimension in counts.Groups.GroupBy(group => GroupDimensions.OfKey(group.Key), StringComparer.Ordinal)
            .Where(dimension => !dimension.Key.Contains(GroupDimensions.Plus, StringComparison.Ordinal)))
        {
            var groups = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
            foreach (var (key, tally) in dimension)
            {
                groups[key[(dimension.Key.Length + 1)..]] = tally;
            }

            writes.Add(DocumentKeys.DistrictGroups(district, next.Version, dimension.Key)
                .Write(new GroupFigures(dimension.Key, groups), PipelineJson.Default.GroupFigures));
        }

        writes.AddRange(GapPages.OfDistrict(district, next.Version, context, counts, before));
        await documents.WriteAllAsync(writes, options.Value.DocumentBatchSize, cancellationToken);
    }

    /// <summary>For readers of the files: which manifest is published. The pointer in the store is the truth.</summary>
    private async Task WriteCurrentAsync(DistrictId district, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"{{\"version\":{manifest.Version}}}")));
        await blobs.WriteAsync(CuratedPaths.Container, SnapshotPaths.Current(district.State, district.LocalId), content, "application/json", cancellationToken);
    }
}
