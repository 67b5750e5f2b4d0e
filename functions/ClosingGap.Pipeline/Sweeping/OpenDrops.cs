using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Sweeping;

/// <summary>Looks at every drop that has not ended, and puts right what died.</summary>
public sealed class OpenDrops(
    IDocumentStore documents,
    DropRecords records,
    DropTurn turn,
    DropDecisions decisions,
    LaneStore lanes,
    IOptions<PipelineOptions> options,
    TimeProvider time)
{
    private const int PageSize = 200;
    private static readonly TimeSpan s_orphanAge = TimeSpan.FromHours(1);

    /// <summary>Repairs once.</summary>
    public async Task<SweepResult> RepairAsync(IDropStarter starter, CancellationToken cancellationToken)
    {
        var result = new SweepResult(0, 0, 0, 0);
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.OpenDrops, "", after, PageSize, cancellationToken);
            foreach (var document in page.Documents)
            {
                var reference = JsonDocuments.Read(document.Body, PipelineJson.Default.DropReference);
                result = await RepairAsync(document, reference, result, starter, cancellationToken);
            }

            after = page.NextAfter;
        }
        while (after is not null);

        return result;
    }

    private async Task<SweepResult> RepairAsync(
        StoredDocument document, DropReference reference, SweepResult result, IDropStarter starter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await records.FindAsync(reference.DropId, cancellationToken) is not { } stored)
        {
            if (now - reference.UpdatedAt > s_orphanAge)
            {
                await documents.DeleteAsync(document.Partition, document.Id, document.ETag, cancellationToken);
                return result with { Repaired = result.Repaired + 1 };
            }

            return result;
        }

        var drop = stored.Value;
        if (drop.State.IsFinal())
        {
            await records.IndexAsync(drop, cancellationToken);
            return result with { Repaired = result.Repaired + 1 };
        }

        if (drop.State == DropState.Held)
        {
            if (now - (drop.EndedAt ?? drop.UpdatedAt) <= options.Value.HoldTimeout)
            {
                return await RepairHeldAsync(drop, result, cancellationToken);
            }

            await decisions.DiscardAsync(
                drop.Id, DropDecision.System, starter, cancellationToken, FormattableString.Invariant($"Nobody decided within {options.Value.HoldTimeout.TotalDays:0.##} days."));
            return result with { Discarded = result.Discarded + 1 };
        }

        if (now - drop.UpdatedAt <= options.Value.SweepGrace
            || await starter.IsAliveAsync(drop.Id, drop.Attempt, cancellationToken)
            || (drop.State == DropState.Queued && await IsInLaneAsync(drop, cancellationToken)))
        {
            return result;
        }

        var restarted = await turn.RestartAsync(drop.Id, drop.Attempt, starter, cancellationToken);
        return restarted is null ? result : result with { Restarted = result.Restarted + 1 };
    }

    /// <summary>A death between the record and what follows from it leaves no line among the held drops, and no receipt.</summary>
    private async Task<SweepResult> RepairHeldAsync(Drop drop, SweepResult result, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.HeldDrop(drop.Id);
        if (await documents.GetAsync(key.Partition, key.Id, cancellationToken) is not null)
        {
            return result;
        }

        await records.IndexAsync(drop, cancellationToken);
        return result with { Repaired = result.Repaired + 1 };
    }

    /// <summary>A drop that the lane let go, and whose record was not told so, asks again.</summary>
    private async Task<bool> IsInLaneAsync(Drop drop, CancellationToken cancellationToken)
    {
        var lane = (await lanes.FindAsync(DistrictId.Parse(drop.District!), cancellationToken))?.Value;
        return lane is not null && (lane.Queue.Any(entry => Lane.Same(entry, drop.Id)) || (lane.Holder is { } holder && Lane.Same(holder.Entry, drop.Id)));
    }
}
