using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Validating;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Applying;

/// <summary>Merges the staged rows of one shard into the tables of the base. What it writes is named by its content: nothing is overwritten.</summary>
public sealed class ShardApplication(
    IBlobStore blobs, DropRecords records, LaneStore lanes, SnapshotStore snapshots, ShardHistory history, ShardShares shares, IOptions<PipelineOptions> options)
{
    /// <summary>The shard of the tables that are not split.</summary>
    public const int Unsplit = -1;

    /// <summary>Applies one shard. May run twice.</summary>
    public async Task RunAsync(DropRun run, int shard, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        var district = DistrictId.Parse(drop.District!);
        await lanes.RequireAsync(district, run, cancellationToken);
        var result = CuratedPaths.Applied(district, run, shard);
        if (await blobs.FindAsync(CuratedPaths.Container, result, cancellationToken) is not null)
        {
            return;
        }

        var staged = await blobs.ReadJsonAsync(CuratedPaths.Container, CuratedPaths.StagedIndex(district, run), PipelineJson.Default.StagedIndex, cancellationToken);
        var manifest = await snapshots.FindBaseAsync(district, drop, run, cancellationToken);
        var tables = new List<AppliedTable>();
        var histories = shard == Unsplit ? [] : await history.OpenAsync(district, manifest, staged, shard, cancellationToken);
        foreach (var entry in staged.Tables)
        {
            var table = CanonicalTables.Get(entry.Table);
            if (table.IsSharded == (shard != Unsplit))
            {
                var changes = histories.FirstOrDefault(kept => string.Equals(kept.History.Roster.Name, table.Name, StringComparison.Ordinal))?.Changes;
                var merge = new Merge(run, district, staged.Source, table, entry, manifest, Math.Max(shard, 0), changes);
                tables.Add(await MergeAsync(merge, cancellationToken));
            }
        }

        foreach (var kept in histories)
        {
            tables.Add(await history.WriteAsync(district, staged, kept, cancellationToken));
        }

        var left = shard == Unsplit
            ? null
            : await shares.CountAsync(district, manifest?.Sources.GetValueOrDefault(staged.Source), staged, tables, shard, cancellationToken);
        await blobs.WriteJsonAsync(CuratedPaths.Container, result, new AppliedShard(tables, left), PipelineJson.Default.AppliedShard, cancellationToken);
    }

    private async Task<AppliedTable> MergeAsync(Merge merge, CancellationToken cancellationToken)
    {
        var (run, district, source, table, entry, manifest, shard, changes) = merge;
        var held = manifest?.Sources.GetValueOrDefault(source)?.Tables.GetValueOrDefault(table.Name)?.Shards.FirstOrDefault(file => file.Shard == shard);
        if (entry.Mode == TableMode.Delta && !entry.Shards.Contains(shard))
        {
            return new AppliedTable(table.Name, shard, held?.Sha256, held?.Bytes ?? 0, held?.Rows ?? 0, 0, 0, 0, held?.Rows ?? 0);
        }

        await using var baseTable = await snapshots.OpenAsync(district, manifest, source, table.Name, shard, cancellationToken);
        await using var staged = entry.Shards.Contains(shard)
            ? await OpenStagedAsync(district, run, table.Name, shard, cancellationToken)
            : null;
        using var merged = new MemoryStream();
        var counts = await TableShardMerge.RunAsync(table, baseTable, staged, entry.Mode, merged, cancellationToken, changes);
        if (counts.Rows == 0)
        {
            return new AppliedTable(table.Name, shard, null, 0, 0, counts.Added, counts.Removed, counts.Changed, counts.Unchanged);
        }

        merged.Position = 0;
        var digest = await ContentHash.CopyAsync(merged, null, cancellationToken);
        merged.Position = 0;
        await blobs.CreateAsync(
            CuratedPaths.Container, SnapshotPaths.Data(district.State, district.LocalId, source, table.Name, shard, digest.Sha256), merged, cancellationToken);
        if (string.Equals(table.Name, "attendance", StringComparison.Ordinal))
        {
            merged.Position = 0;
            var facts = AttendanceFacts.Of(await CanonicalParquet.ReadAsync(merged, table, AttendanceFacts.Columns, cancellationToken));
            await blobs.WriteJsonAsync(
                CuratedPaths.Container, CuratedPaths.Facts(district, digest.Sha256), facts, PipelineJson.Default.AttendanceFacts, cancellationToken);
        }
        else if (LmsMoments.ColumnsOf(table.Name) is { Length: > 0 } columns)
        {
            merged.Position = 0;
            var moments = LmsMoments.Of(await CanonicalParquet.ReadAsync(merged, table, columns, cancellationToken));
            await blobs.WriteJsonAsync(
                CuratedPaths.Container, CuratedPaths.Facts(district, digest.Sha256), moments, PipelineJson.Default.LmsMoments, cancellationToken);
        }

        return new AppliedTable(table.Name, shard, digest.Sha256, digest.Bytes, counts.Rows, counts.Added, counts.Removed, counts.Changed, counts.Unchanged);
    }

    /// <summary>The merge reads its rows from a local file: a blob is read once, in one stream.</summary>
    private async Task<Stream> OpenStagedAsync(DistrictId district, DropRun run, string table, int shard, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.TemporaryFolder);
        var path = Path.Combine(options.Value.TemporaryFolder, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():n}.rows"));
        var local = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using var blob = await blobs.OpenReadAsync(CuratedPaths.Container, CuratedPaths.Staged(district, run, table, shard), null, cancellationToken);
        await blob.CopyToAsync(local, cancellationToken);
        local.Position = 0;
        return local;
    }

    private sealed record Merge(
        DropRun Run, DistrictId District, string Source, CanonicalTable Table, StagedEntry Entry, SnapshotManifest? Manifest, int Shard, RosterChanges? Changes);
}
