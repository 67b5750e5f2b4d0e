using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Applying;

/// <summary>Counts what a drop would take from a shard's students and enrollments.</summary>
public sealed class ShardShares(SnapshotStore snapshots)
{
    /// <summary>The shares of one shard; null when the drop brings no table that says who is there, or the source had none before.</summary>
    internal async Task<RosterShares?> CountAsync(
        DistrictId district, SnapshotSource? before, StagedIndex staged, IReadOnlyList<AppliedTable> applied, int shard, CancellationToken cancellationToken)
    {
        if (before is null || !staged.Tables.Any(entry => RosterPeople.Tables.Contains(entry.Table)))
        {
            return null;
        }

        var files = before.Tables.ToDictionary(
            table => table.Key, table => table.Value.Shards.FirstOrDefault(file => file.Shard == shard)?.Sha256, StringComparer.Ordinal);
        var was = await ReadAsync(files);
        var changed = false;
        foreach (var table in applied)
        {
            changed |= RosterPeople.Tables.Contains(table.Table) && !string.Equals(files.GetValueOrDefault(table.Table), table.Sha256, StringComparison.Ordinal);
            files[table.Table] = table.Sha256;
        }

        var now = changed ? await ReadAsync(files) : was;
        return new RosterShares(
            Share.Of(was.ActiveStudents, now.ActiveStudents),
            Share.Of(was.Students, now.Students),
            Share.Of(was.ActiveEnrollments, now.ActiveEnrollments),
            Share.Of(was.LmsStudents, now.LmsStudents));

        Task<RosterPeople> ReadAsync(Dictionary<string, string?> side) => RosterPeople.ReadAsync(
            side.Keys.ToHashSet(StringComparer.Ordinal),
            async (table, columns) => side[table.Name] is { } sha256
                ? await snapshots.ReadFileAsync(district, staged.Source, table, new SnapshotShard(shard, sha256, 0, 0), columns, cancellationToken)
                : null,
            staged.On());
    }
}
