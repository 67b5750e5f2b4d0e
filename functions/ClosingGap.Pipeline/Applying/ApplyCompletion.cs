using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Validating;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Applying;

/// <summary>Puts the applied shards of an input together to a manifest, and decides whether the drop goes on or is held.</summary>
public sealed class ApplyCompletion(
    IBlobStore blobs,
    DropRecords records,
    LaneStore lanes,
    SnapshotStore snapshots,
    PublishedVersions published,
    DistrictRegistry registry,
    DistrictProfiles profiles,
    ShardHistory history,
    IOptions<PipelineOptions> options)
{
    /// <summary>Completes one input. May run twice.</summary>
    public async Task<ApplyOutcome> RunAsync(DropRun run, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        if (drop.State == DropState.Held)
        {
            return new ApplyOutcome(false);
        }

        var district = DistrictId.Parse(drop.District!);
        var lane = await lanes.RequireAsync(district, run, cancellationToken);
        var staged = await blobs.ReadJsonAsync(CuratedPaths.Container, CuratedPaths.StagedIndex(district, run), PipelineJson.Default.StagedIndex, cancellationToken);
        var before = await snapshots.FindBaseAsync(district, drop, run, cancellationToken);
        var shards = await ReadAsync(district, run, staged, cancellationToken);
        var applied = shards.SelectMany(shard => shard.Tables).ToList();
        var changes = Changes(applied);
        var current = (await published.FindAsync(district, cancellationToken))?.Value;
        var baseVersion = current?.Version ?? 0;
        if (drop.Kind == DropKind.Drop && !IsPublished(drop, current) && !IsReleased(drop, baseVersion))
        {
            var registration = await registry.FindAsync(district, cancellationToken);
            var profile = await profiles.GetAsync(registration!.FindSource(drop.Source!)!, cancellationToken);
            var shares = shards.Aggregate(RosterShares.None, (sum, shard) => sum + (shard.Shares ?? RosterShares.None));
            var limits = options.Value.Holds.With(profile.Settings.Holds);
            var held = before?.Sources.GetValueOrDefault(staged.Source);
            var reasons = HoldRules.Judge(drop, staged, changes, shares, held, lane.Value.Source(drop.Source!), limits);
            if (reasons.Count > 0)
            {
                await records.ChangeAsync(
                    drop.Id,
                    run.Attempt,
                    d => d with
                    {
                        State = DropState.Held,
                        ReasonCode = reasons[0].Code,
                        Reason = string.Join(' ', [.. reasons.Select(reason => reason.Text), HoldRules.Decide]),
                        Holds = reasons,
                        JudgedVersion = baseVersion,
                        Changes = changes,
                        Progress = null,
                    },
                    cancellationToken);
                return new ApplyOutcome(false);
            }
        }

        var version = await lanes.RequireVersionAsync(district, run, cancellationToken);
        var historyFrom = history.KeptFrom(staged, before?.Sources.GetValueOrDefault(staged.Source));
        var manifest = Combine(before, staged, applied, version, historyFrom);
        using (var content = new MemoryStream(manifest.ToUtf8()))
        {
            await blobs.WriteAsync(CuratedPaths.Container, CuratedPaths.Manifest(district, run), content, "application/json", cancellationToken);
        }

        await records.ChangeAsync(
            drop.Id, run.Attempt, d => d with { State = DropState.Applied, ReasonCode = null, Reason = null, Holds = [], Version = version, Changes = changes, Progress = null }, cancellationToken);
        return new ApplyOutcome(true);
    }

    private async Task<List<AppliedShard>> ReadAsync(DistrictId district, DropRun run, StagedIndex staged, CancellationToken cancellationToken)
    {
        var shards = new List<AppliedShard>();
        var last = staged.Tables.Any(entry => CanonicalTables.Get(entry.Table).IsSharded) ? staged.ShardCount : 0;
        for (var shard = ShardApplication.Unsplit; shard < last; shard++)
        {
            var path = CuratedPaths.Applied(district, run, shard);
            shards.Add(await blobs.ReadJsonAsync(CuratedPaths.Container, path, PipelineJson.Default.AppliedShard, cancellationToken));
        }

        return shards;
    }

    /// <summary>An earlier attempt died between the switch and the record: what readers see already is not held.</summary>
    private static bool IsPublished(Drop drop, PublishedVersion? current) =>
        current is not null && string.Equals(current.DropId, drop.Id, StringComparison.Ordinal);

    /// <summary>A release holds for the version against which the drop was judged, and for no other.</summary>
    private static bool IsReleased(Drop drop, long baseVersion) =>
        drop.Decisions is [.., { Decision: "release" } release] && release.BaseVersion == baseVersion;

    /// <summary>Of more tables than a record tells, those by which a drop is held and a rebuild chooses come first.</summary>
    private static IReadOnlyList<DropTableChange> Changes(IEnumerable<AppliedTable> applied) =>
    [
        .. applied.Where(table => CanonicalTables.Find(table.Table) is not null)
            .GroupBy(table => table.Table, StringComparer.Ordinal)
            .OrderBy(group => RosterHistory.Of(group.Key) is not null || group.Key is "classes" or "lmsSections" ? 0 : 1)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(DropLimits.MaxChanges)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new DropTableChange(
                group.Key,
                group.Sum(table => table.Rows),
                group.Sum(table => table.Added),
                group.Sum(table => table.Removed),
                group.Sum(table => table.Changed),
                group.Sum(table => table.Unchanged))),
    ];

    private static SnapshotManifest Combine(
        SnapshotManifest? before, StagedIndex staged, List<AppliedTable> applied, long version, DateOnly historyFrom)
    {
        var sources = new Dictionary<string, SnapshotSource>(before?.Sources ?? new Dictionary<string, SnapshotSource>(), StringComparer.Ordinal);
        var held = sources.GetValueOrDefault(staged.Source);
        var tables = new Dictionary<string, SnapshotTable>(held?.Tables ?? new Dictionary<string, SnapshotTable>(), StringComparer.Ordinal);
        foreach (var group in applied.GroupBy(table => table.Table, StringComparer.Ordinal))
        {
            tables[group.Key] = new SnapshotTable(
            [
                .. group.Where(table => table.Sha256 is not null).OrderBy(table => table.Shard)
                    .Select(table => new SnapshotShard(table.Shard, table.Sha256!, table.Rows, table.Bytes)),
            ]);
        }

        foreach (var kept in RosterHistory.All.Where(kept => tables.GetValueOrDefault(kept.Table.Name) is { Shards.Count: 0 }))
        {
            tables.Remove(kept.Table.Name);
        }

        sources[staged.Source] = new SnapshotSource(staged.SchoolYear ?? held?.SchoolYear, staged.DeclaredAsOf, tables)
        {
            ReceivedOn = staged.ReceivedOn,
            Since = held?.Since ?? staged.On(),
            HistoryFrom = staged.Tables.Any(entry => CanonicalTables.Get(entry.Table).IsSharded) ? historyFrom : held?.HistoryFrom,
        };
        return new SnapshotManifest(SnapshotManifest.CurrentFormat, version, staged.ShardCount, sources);
    }
}
