using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Drops;

/// <summary>What a person decides on a drop: conditional changes of its record, each kept with who and when.</summary>
public sealed class DropDecisions(DropRecords records, LaneStore lanes, DropTurn turn, PublishedVersions published, TimeProvider time)
{
    /// <summary>Lets a held drop go on, when the published version is still the one it was judged against.</summary>
    public async Task<DecisionResult> ReleaseAsync(
        string dropId, string by, IDropStarter starter, CancellationToken cancellationToken, string? reason = null)
    {
        var stale = false;
        var result = await DecideAsync(
            dropId,
            (d, version) =>
            {
                stale = d.State == DropState.Held && d.JudgedVersion != version;
                return d.State != DropState.Held || stale ? null : Again(Decided(d, "release", by, version, reason));
            },
            cancellationToken);
        return stale ? result with { Outcome = DecisionOutcome.BaseChanged } : await StartAsync(result, starter, cancellationToken);
    }

    /// <summary>Puts a held or queued drop aside.</summary>
    public async Task<DecisionResult> DiscardAsync(
        string dropId, string by, IDropStarter starter, CancellationToken cancellationToken, string? reason = null)
    {
        var result = await DecideAsync(
            dropId,
            (d, version) => d.State.IsWaiting()
                ? Decided(d, "discard", by, version, reason) with { State = DropState.Discarded, ReasonCode = "drop.discarded", Reason = "The drop was put aside; nothing of it was applied. The next complete drop of its source goes on as usual." }
                : null,
            cancellationToken);
        if (result is { Outcome: DecisionOutcome.Done, Drop: { } discarded })
        {
            var district = DistrictId.Parse(discarded.District!);
            await lanes.ChangeAsync(district, lane => LaneRules.Discard(lane, discarded.Source!, dropId), cancellationToken);
            await turn.AdvanceAsync(district, starter, cancellationToken);
        }

        return result;
    }

    /// <summary>Drives a failed or rejected drop again; a held one is judged anew, against what is published now.</summary>
    public async Task<DecisionResult> RedriveAsync(
        string dropId, string by, IDropStarter starter, CancellationToken cancellationToken, string? reason = null)
    {
        var result = await DecideAsync(
            dropId,
            (d, version) => d.State is DropState.Failed or DropState.Rejected or DropState.Held && d.Source is not null
                ? Again(Decided(d, "redrive", by, version, reason)) with { AllBulk = null }
                : null,
            cancellationToken);
        return await StartAsync(result, starter, cancellationToken);
    }

    /// <summary>Changes the record as <paramref name="decide"/> says of it and of the published version; null: the decision does not fit.</summary>
    private async Task<DecisionResult> DecideAsync(string dropId, Func<Drop, long, Drop?> decide, CancellationToken cancellationToken)
    {
        if ((await records.FindAsync(dropId, cancellationToken))?.Value is not { } drop)
        {
            return new DecisionResult(DecisionOutcome.NotFound, null);
        }

        var version = DistrictId.TryParse(drop.District, out var district)
            ? (await published.FindAsync(district, cancellationToken))?.Value.Version ?? 0
            : 0;
        return await records.ChangeAsync(dropId, null, d => decide(d, version), cancellationToken) is { } changed
            ? new DecisionResult(DecisionOutcome.Done, changed)
            : new DecisionResult(DecisionOutcome.NotPossible, drop);
    }

    private static async Task<DecisionResult> StartAsync(DecisionResult result, IDropStarter starter, CancellationToken cancellationToken)
    {
        if (result is { Outcome: DecisionOutcome.Done, Drop: { } drop })
        {
            await starter.StartAsync(drop.Id, drop.Attempt, cancellationToken);
        }

        return result;
    }

    private static Drop Again(Drop drop) =>
        drop with { State = DropState.Received, Attempt = drop.Attempt + 1, ReasonCode = null, Reason = null };

    private Drop Decided(Drop drop, string decision, string by, long version, string? reason) =>
        drop with { Decisions = [.. drop.Decisions, new DropDecision(decision, by, time.GetUtcNow(), version) { Reason = reason }], Progress = null };
}
