using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Drops;

/// <summary>What a person decides on a drop: conditional changes of its record, each kept with who and when.</summary>
public sealed class DropDecisions(DropRecords records, LaneStore lanes, DropTurn turn, PublishedVersions published, TimeProvider time)
{
    /// <summary>Lets a held drop go on, when the published version is still the one it was judged against.</summary>
    public async Task<DecisionResult> ReleaseAsync(string dropId, string by, IDropStarter starter, CancellationToken cancellationToken)
    {
        var (drop, version) = await ReadAsync(dropId, cancellationToken);
        if (drop is null)
        {
            return new DecisionResult(DecisionOutcome.NotFound, null);
        }

        if (drop.State == DropState.Held && drop.JudgedVersion != version)
        {
            return new DecisionResult(DecisionOutcome.BaseChanged, drop);
        }

        var changed = await records.ChangeAsync(
            dropId,
            null,
            d => d.State != DropState.Held || d.JudgedVersion != version
                ? null
                : Decided(d, "release", by, version) with { State = DropState.Received, Attempt = d.Attempt + 1, ReasonCode = null, Reason = null },
            cancellationToken);
        if (changed is null)
        {
            return new DecisionResult(DecisionOutcome.NotPossible, drop);
        }

        await starter.StartAsync(changed.Id, changed.Attempt, cancellationToken);
        return new DecisionResult(DecisionOutcome.Done, changed);
    }

    /// <summary>Puts a held or queued drop aside.</summary>
    public async Task<DecisionResult> DiscardAsync(string dropId, string by, IDropStarter starter, CancellationToken cancellationToken)
    {
        var (drop, version) = await ReadAsync(dropId, cancellationToken);
        if (drop is null)
        {
            return new DecisionResult(DecisionOutcome.NotFound, null);
        }

        var changed = await records.ChangeAsync(
            dropId,
            null,
            d => d.State.IsWaiting()
                ? Decided(d, "discard", by, version) with { State = DropState.Discarded, ReasonCode = "drop.discarded", Reason = "The drop was put aside; nothing of it was applied. The next complete drop of its source goes on as usual." }
                : null,
            cancellationToken);
        if (changed is null)
        {
            return new DecisionResult(DecisionOutcome.NotPossible, drop);
        }

        var district = DistrictId.Parse(changed.District!);
        await lanes.ChangeAsync(district, lane => LaneRules.Discard(lane, changed.Source!, dropId), cancellationToken);
        await turn.AdvanceAsync(district, starter, cancellationToken);
        return new DecisionResult(DecisionOutcome.Done, changed);
    }

    /// <summary>Drives a failed or rejected drop again; a held one is judged anew, against what is published now.</summary>
    public async Task<DecisionResult> RedriveAsync(string dropId, string by, IDropStarter starter, CancellationToken cancellationToken)
    {
        var (drop, version) = await ReadAsync(dropId, cancellationToken);
        if (drop is null)
        {
            return new DecisionResult(DecisionOutcome.NotFound, null);
        }

        var changed = await records.ChangeAsync(
            dropId,
            null,
            d => d.State is DropState.Failed or DropState.Rejected or DropState.Held && d.Source is not null
                ? Decided(d, "redrive", by, version) with { State = DropState.Received, Attempt = d.Attempt + 1, AllBulk = null, ReasonCode = null, Reason = null }
                : null,
            cancellationToken);
        if (changed is null)
        {
            return new DecisionResult(DecisionOutcome.NotPossible, drop);
        }

        await starter.StartAsync(changed.Id, changed.Attempt, cancellationToken);
        return new DecisionResult(DecisionOutcome.Done, changed);
    }

    private async Task<(Drop? Drop, long Version)> ReadAsync(string dropId, CancellationToken cancellationToken)
    {
        var drop = (await records.FindAsync(dropId, cancellationToken))?.Value;
        var version = DistrictId.TryParse(drop?.District, out var district)
            ? (await published.FindAsync(district, cancellationToken))?.Value.Version ?? 0
            : 0;
        return (drop, version);
    }

    private Drop Decided(Drop drop, string decision, string by, long version) =>
        drop with { Decisions = [.. drop.Decisions, new DropDecision(decision, by, time.GetUtcNow(), version)], Progress = null };
}
