using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.History;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Summaries;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Students;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Computing;

/// <summary>Computes one shard: facts, verdicts and documents of its students, and their mergeable counts.</summary>
public sealed class ShardComputation(
    IBlobStore blobs,
    DropRecords records,
    LaneStore lanes,
    SnapshotStore snapshots,
    PublishedVersions published,
    DistrictProfiles profiles,
    SchoolYearContexts contexts,
    StudentDocuments documents,
    StudentKeys keys,
    StateStudentKeys stateKeys,
    DistrictContribution contribution,
    IOptions<PipelineOptions> options)
{
    /// <summary>Computes one shard. May run twice.</summary>
    public async Task RunAsync(DropRun run, int shard, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var done = CuratedPaths.Computed(district, run, shard);
        if (await blobs.FindAsync(CuratedPaths.Container, done, cancellationToken) is not null)
        {
            return;
        }

        var context = await blobs.ReadJsonAsync(CuratedPaths.Container, CuratedPaths.Context(district, run), PipelineJson.Default.ComputeContext, cancellationToken);
        var manifest = await snapshots.ReadManifestAsync(CuratedPaths.Manifest(district, run), cancellationToken);
        var current = (await published.FindAsync(district, cancellationToken))?.Value;
        var key = ComputeContextBuilder.ShardKey(context, manifest, shard);
        var before = await FindBeforeAsync(district, current, manifest.ShardCount, shard, cancellationToken);
        var result = before is not null && !context.Scrub && string.Equals(before.Key, key, StringComparison.Ordinal)
            ? before with { Written = 0, Unchanged = before.Students, Removed = 0, IsComputed = false }
            : await ComputeAsync(new Work(run, district, shard, key, context, manifest, current, before), cancellationToken);
        await blobs.WriteJsonAsync(CuratedPaths.Container, done, result, PipelineJson.Default.ResultShard, cancellationToken);
        await records.ChangeAsync(
            drop.Id,
            run.Attempt,
            d => d.State == DropState.Computing ? d with { Progress = new DropProgress("compute", (d.Progress?.Done ?? 0) + 1, manifest.ShardCount) } : d,
            cancellationToken);
    }

    private async Task<ResultShard> ComputeAsync(Work work, CancellationToken cancellationToken)
    {
        var settings = (await profiles.GetAsync(new SourceRegistration("", work.Context.Profile), cancellationToken)).Settings.Verdicts;
        var year = await contexts.GetAsync(work.District, work.Manifest, work.Context, settings, cancellationToken);
        var milestones = new MilestoneSet(work.Context.Milestones).InForceOn(work.Context.AsOf);
        var months = HistoryMonths.Of(year, settings, new MilestoneSet(work.Context.Milestones), work.Context.Rules);
        var students = await ShardStudents.ReadAsync(snapshots, work.District, work.Manifest, work.Shard, year, cancellationToken);
        var gone = await ResultLines.ReadAsync(blobs, work.District, work.Before, cancellationToken);
        var counts = new DistrictCounts();
        var stateIds = await StateIds.ReadAsync(snapshots, work.District, work.Manifest, work.Shard, work.Context.StateId, cancellationToken);
        var contributed = new ContributionMaker(work.District, stateKeys, year, milestones, stateIds);
        var rates = new MonthlyRates(months);
        var lines = new List<StudentLine>(students.Count);
        var writes = new List<StudentWrite>(options.Value.DocumentBatchSize);
        long changed = 0;
        for (var i = 0; i < students.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var student = students[i];
            var key = keys.For(work.District, student.SourcedId);
            gone.Remove(key, out var last);
            var history = HistoryKeeper.Keep(student, months, last?.History, year.AsOf);
            var result = StudentAssessment.Assess(student, year, settings, milestones, ResultLines.Previous(last, history, milestones));
            counts.Add(result);
            contributed.Add(student, result);
            rates.Add(counts.Gaps, student, result, history);
            var body = StudentBodies.ToUtf8(StudentBodies.Of(work.District, key, student, result, history));
            var hash = ContentHash.Of(body);
            lines.Add(StudentBodies.LineOf(key, hash, student, result, history));
            var differs = last is null || !string.Equals(last.Hash, hash, StringComparison.Ordinal);
            changed += differs ? 1 : 0;
            if (differs || work.Context.Scrub)
            {
                await AddAsync(new StudentWrite(key, hash, body));
            }
        }

        foreach (var key in gone.Keys.Order(StringComparer.Ordinal))
        {
            await AddAsync(new StudentWrite(key, null, null));
        }

        await FlushAsync(work, writes, cancellationToken);
        var version = work.Manifest.Version;
        await ResultLines.WriteAsync(blobs, CuratedPaths.ResultLines(work.District, version, work.Shard), lines, cancellationToken);
        await contribution.WriteShardAsync(work.District, version, work.Shard, contributed.Lines, cancellationToken);
        await blobs.WriteJsonAsync(
            CuratedPaths.Container, CuratedPaths.ResultCounts(work.District, version, work.Shard), counts, PipelineJson.Default.DistrictCounts, cancellationToken);
        return new ResultShard(work.Shard, work.Key, version, lines.Count, changed, lines.Count - changed, gone.Count, true) { WithoutStateId = contributed.WithoutStateId };

        async Task AddAsync(StudentWrite write)
        {
            writes.Add(write);
            if (writes.Count >= options.Value.DocumentBatchSize)
            {
                await FlushAsync(work, writes, cancellationToken);
            }
        }
    }

    private async Task FlushAsync(Work work, List<StudentWrite> writes, CancellationToken cancellationToken)
    {
        await documents.WriteAsync(writes, work.Manifest.Version, work.Current, work.Run.Epoch, cancellationToken);
        writes.Clear();
    }

    private async Task<ResultShard?> FindBeforeAsync(
        DistrictId district, PublishedVersion? current, int shardCount, int shard, CancellationToken cancellationToken)
    {
        if (current is null)
        {
            return null;
        }

        var index = await blobs.FindJsonAsync(
            CuratedPaths.Container, CuratedPaths.ResultIndex(district, current.Version), PipelineJson.Default.ResultIndex, cancellationToken);
        return index is not null && index.ShardCount == shardCount ? index.Shards[shard] : null;
    }

    private sealed record Work(
        DropRun Run,
        DistrictId District,
        int Shard,
        string Key,
        ComputeContext Context,
        SnapshotManifest Manifest,
        PublishedVersion? Current,
        ResultShard? Before);
}
