using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Validating;

/// <summary>
/// A drop whose content is that of the drop of its source that was applied last, read by the same profile, brings nothing: its rows are
/// not read again. Its date may still be another one. Rows that were joined to a roster are read again when that changed.
/// </summary>
public sealed class RepeatedDrops(IBlobStore blobs, DropRecords records, LaneStore lanes, SnapshotStore snapshots)
{
    /// <summary>The drop that this one repeats, or null.</summary>
    public async Task<Drop?> FindAsync(DistrictId district, Drop drop, string hash, string profile, CancellationToken cancellationToken)
    {
        var lane = await lanes.FindAsync(district, cancellationToken);
        if (lane?.Value.Source(drop.Source!).LastApplied is not { } applied
            || (await records.FindAsync(applied.DropId, cancellationToken))?.Value is not { State: DropState.Published } before)
        {
            return null;
        }

        var same = string.Equals(before.ContentSha256, hash, StringComparison.Ordinal) && string.Equals(before.Profile, profile, StringComparison.Ordinal);
        return same && !string.Equals(before.Id, drop.Id, StringComparison.Ordinal) && await IsJoinedAsync(district, before, cancellationToken) ? before : null;
    }

    /// <summary>False when students were looked for in another roster than today's: it may hold those who were not found, under other ids.</summary>
    private async Task<bool> IsJoinedAsync(DistrictId district, Drop before, CancellationToken cancellationToken) =>
        before.JoinedTo is null
        || string.Equals(before.JoinedTo, JoinBase.HashOf(await snapshots.FindPublishedAsync(district, cancellationToken)), StringComparison.Ordinal);

    /// <summary>Stages nothing, and takes over what was found in the content before. May run twice.</summary>
    public async Task<StagedIndex> StageAsync(
        DistrictId district, DropRun run, Drop before, Drop drop, DistrictRegistration registration, CancellationToken cancellationToken)
    {
        var manifest = await snapshots.FindPublishedAsync(district, cancellationToken)
            ?? throw new InvalidOperationException("published.missing: a drop was applied, but nothing is published.");
        await using (var report = await blobs.OpenReadAsync(
            DropValidation.ReportContainer, DropValidation.ReportPath(district, before.Id), null, cancellationToken))
        {
            await blobs.WriteAsync(
                DropValidation.ReportContainer, DropValidation.ReportPath(district, drop.Id), report, "application/x-ndjson", cancellationToken);
        }

        var counts = before.Counts;
        await records.ChangeAsync(
            drop.Id,
            run.Attempt,
            d => d with
            {
                Files = before.Files,
                Rules = before.Rules,
                Joins = before.Joins,
                JoinedTo = before.JoinedTo,
                Counts = d.Counts with { RowsRead = counts.RowsRead, RowsRejected = counts.RowsRejected, RowsApplied = counts.RowsApplied, Warnings = counts.Warnings },
            },
            cancellationToken);
        var staged = new StagedIndex(
            drop.Source!,
            manifest.ShardCount,
            [],
            manifest.Sources.GetValueOrDefault(drop.Source!)?.SchoolYear,
            counts.RowsApplied,
            drop.DeclaredAsOf,
            DistrictRegistry.DayOf(registration, drop.LastModified));
        await blobs.WriteJsonAsync(CuratedPaths.Container, CuratedPaths.StagedIndex(district, run), staged, PipelineJson.Default.StagedIndex, cancellationToken);
        return staged;
    }
}
