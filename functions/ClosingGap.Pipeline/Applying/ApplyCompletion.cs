using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Validating;

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
    ShardHistory history)
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
        var applied = await ReadAsync(district, run, staged, cancellationToken);
        var changes = Changes(applied);
        var current = (await published.FindAsync(district, cancellationToken))?.Value;
        var baseVersion = current?.Version ?? 0;
        if (drop.Kind == DropKind.Drop && !IsPublished(drop, current) && !IsReleased(drop, baseVersion))
        {
            var registration = await registry.FindAsync(district, cancellationToken);
            var profile = await profiles.GetAsync(registration!.FindSource(drop.Source!)!, cancellationToken);
            var reason = HoldRules.Judge(
                drop, staged, changes, before?.Sources.GetValueOrDefault(staged.Source), lane.Value.Source(drop.Source!), profile.Settings.Holds);
            if (reason is not null)
            {
                await records.ChangeAsync(
                    drop.Id,
                    run.Attempt,
                    d => d with { State = DropState.Held, ReasonCode = reason.Code, Reason = reason.Text, JudgedVersion = baseVersion, Changes = changes, Progress = null },
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
            drop.Id, run.Attempt, d => d with { State = DropState.Applied, ReasonCode = null, Reason = null, Version = version, Changes = changes, Progress = null }, cancellationToken);
        return new ApplyOutcome(true);
    }

    private async Task<List<AppliedTable>> ReadAsync(DistrictId district, DropRun run, StagedIndex staged, CancellationToken cancellationToken)
    {
        var tables = new List<AppliedTable>();
        var last = staged.Tables.Any(entry => CanonicalTables.Get(entry.Table).IsSharded) ? staged.ShardCount : 0;
        for (var shard = ShardApplication.Unsplit; shard < last; shard++)
        {
            var path = CuratedPaths.Applied(district, run, shard);
            tables.AddRange((await blobs.ReadJsonAsync(CuratedPaths.Container, path, PipelineJson.Default.AppliedShard, cancellationToken)).Tables);
        }

        return tables;
    }

    /// <summary>An earlier attempt died between the switch and the record: what readers see already is not held.</summary>
    private static bool IsPublished(Drop drop, PublishedVersion? current) =>
        current is not null && string.Equals(current.DropId, drop.Id, StringComparison.Ordinal);

    /// <summary>A release holds for the version against which the drop was judged, and for no other.</summary>
    private static bool IsReleased(Drop drop, long baseVersion) =>
        drop.Decisions is [.., { Decision: "release" } release] && release.BaseVersion == baseVersion;

    private static IReadOnlyList<DropTableChange> Changes(IEnumerable<AppliedTable> applied) =>
    [
        .. applied.Where(table => CanonicalTables.Find(table.Table) is not null)
            .GroupBy(table => table.Table, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Take(DropLimits.MaxChanges)
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
