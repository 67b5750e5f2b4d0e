using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Validating;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Applying;

/// <summary>Keeps what a shard's roster tables no longer say: enrollments that vanished, for as long as their days may count.</summary>
public sealed class ShardHistory(IBlobStore blobs, SnapshotStore snapshots, IOptions<PipelineOptions> options)
{
    /// <summary>The first day of which the source keeps ended enrollments after a drop; it never goes back.</summary>
    internal DateOnly KeptFrom(StagedIndex staged, SnapshotSource? held)
    {
        var from = RosterHistory.KeptFrom(staged.On(), options.Value.EnrollmentHistoryYears);
        return held?.HistoryFrom is { } before && before > from ? before : from;
    }

    /// <summary>
    /// The histories that a drop touches, in every shard the same: those of the roster tables that it brings, and all when a school year
    /// has passed since history was last left out.
    /// </summary>
    internal async Task<IReadOnlyList<OpenHistory>> OpenAsync(
        DistrictId district, SnapshotManifest? manifest, StagedIndex staged, int shard, CancellationToken cancellationToken)
    {
        var open = new List<OpenHistory>();
        var source = manifest?.Sources.GetValueOrDefault(staged.Source);
        var from = KeptFrom(staged, source);
        var isDue = source?.HistoryFrom != from;
        foreach (var history in RosterHistory.All)
        {
            var table = source?.Tables.GetValueOrDefault(history.Table.Name);
            var isStaged = staged.Tables.Any(entry => string.Equals(entry.Table, history.Roster.Name, StringComparison.Ordinal));
            if (!isStaged && (!isDue || table is null))
            {
                continue;
            }

            var rows = new List<string?[]>();
            await using var stream = await snapshots.OpenAsync(district, manifest, staged.Source, history.Table.Name, shard, cancellationToken);
            if (stream is not null)
            {
                rows = await CanonicalParquet.ReadRowsAsync(stream, history.Table, cancellationToken).ToListAsync(cancellationToken);
            }

            var isLater = source?.Since < staged.On() && source!.Tables.ContainsKey(history.Roster.Name);
            var held = table?.Shards.FirstOrDefault(file => file.Shard == shard);
            open.Add(new OpenHistory(history, shard, held, rows, new RosterChanges(history, rows, isLater), from));
        }

        return open;
    }

    /// <summary>Writes a history after the merge of its roster; the file of the base stays when nothing changed.</summary>
    internal async Task<AppliedTable> WriteAsync(DistrictId district, StagedIndex staged, OpenHistory open, CancellationToken cancellationToken)
    {
        var (history, shard, held, before, changes, from) = open;
        var rows = HistoryMerge.Apply(history, before, changes, staged.On(), from);
        if (rows.Count == before.Count && rows.Zip(before).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
        {
            return new AppliedTable(history.Table.Name, shard, held?.Sha256, held?.Bytes ?? 0, held?.Rows ?? 0, 0, 0, 0, held?.Rows ?? 0);
        }

        if (rows.Count == 0)
        {
            return new AppliedTable(history.Table.Name, shard, null, 0, 0, 0, before.Count, 0, 0);
        }

        using var content = new MemoryStream();
        await CanonicalParquet.WriteAsync(content, history.Table, rows, cancellationToken);
        content.Position = 0;
        var digest = await ContentHash.CopyAsync(content, null, cancellationToken);
        content.Position = 0;
        var path = SnapshotPaths.Data(district.State, district.LocalId, staged.Source, history.Table.Name, shard, digest.Sha256);
        await blobs.CreateAsync(CuratedPaths.Container, path, content, cancellationToken);
        return new AppliedTable(history.Table.Name, shard, digest.Sha256, digest.Bytes, rows.Count, rows.Count, before.Count, 0, 0);
    }
}
