using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Drops;

/// <summary>A drop takes its turn in the district's lane, and gives it back.</summary>
public sealed class DropTurn(DropRecords records, LaneStore lanes, DistrictRegistry registry, DistrictProfiles profiles, DropPackages packages)
{
    /// <summary>An attempt asks for its turn. May run twice.</summary>
    public async Task<DropTurnResult> EnterAsync(DropRun run, IDropStarter starter, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        if (drop.Attempt != run.Attempt || drop.State.IsFinal() || drop.State == DropState.Held)
        {
            return new DropTurnResult(LaneOutcome.Stale, 0);
        }

        var district = DistrictId.Parse(drop.District!);
        if (drop.AllBulk is null)
        {
            drop = await InspectAsync(drop, cancellationToken);
            if (drop is null || drop.State.IsFinal())
            {
                await MissAsync(district, drop, starter, cancellationToken);
                return new DropTurnResult(LaneOutcome.Stale, 0);
            }
        }

        var entry = drop.ToLaneEntry();
        var step = await lanes.ChangeAsync(district, lane => LaneRules.Enter(lane, entry, run.Attempt), cancellationToken);
        await SupersedeAsync(step.Superseded, cancellationToken);
        if (step.Outcome == LaneOutcome.Waiting)
        {
            await records.ChangeAsync(
                drop.Id,
                run.Attempt,
                d => d.State.IsFinal() ? null : d with { State = DropState.Queued, ReasonCode = "drop.queued", Reason = "Another drop of the district goes first, or a held one waits for a decision." },
                cancellationToken);
        }

        await StartNextAsync(district, step.Next, starter, cancellationToken);
        if (step.Outcome == LaneOutcome.Waiting && step.Lane.Holder is { } holder)
        {
            await FreeAsync(district, holder, starter, cancellationToken);
        }

        return new DropTurnResult(step.Outcome, step.Epoch);
    }

    /// <summary>A drop that could not even be looked at leaves a delta after it without a base.</summary>
    private async Task MissAsync(DistrictId district, Drop? drop, IDropStarter starter, CancellationToken cancellationToken)
    {
        if (drop is { State: DropState.Rejected })
        {
            await lanes.ChangeAsync(district, lane => LaneRules.Discard(lane, drop.Source!, drop.Id), cancellationToken);
            await AdvanceAsync(district, starter, cancellationToken);
        }
    }

    /// <summary>Frees the lane of a holder that has ended and is dead, and starts the next; false when the holder is at work.</summary>
    public async Task<bool> FreeAsync(DistrictId district, LaneHolder holder, IDropStarter starter, CancellationToken cancellationToken)
    {
        var drop = (await records.FindAsync(holder.Entry.DropId, cancellationToken))?.Value;
        var ended = drop is null || drop.State.IsFinal() || drop.State == DropState.Held;
        if (!ended || await starter.IsAliveAsync(holder.Entry.DropId, holder.Attempt, cancellationToken))
        {
            return false;
        }

        await LeaveAsync(district, holder.Entry.DropId, drop?.State ?? DropState.Failed, holder.Attempt, starter, cancellationToken);
        return true;
    }

    /// <summary>An attempt that ended gives the lane back and starts the next. May run twice.</summary>
    public async Task LeaveAsync(DropRun run, IDropStarter starter, CancellationToken cancellationToken)
    {
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        if (DistrictId.TryParse(drop.District, out var district))
        {
            await LeaveAsync(district, drop.Id, drop.State, run.Attempt, starter, cancellationToken);
        }
    }

    /// <summary>Frees the lane of an attempt whose drop has ended, and starts the next.</summary>
    public async Task LeaveAsync(
        DistrictId district, string dropId, DropState end, int attempt, IDropStarter starter, CancellationToken cancellationToken)
    {
        var step = await lanes.ChangeAsync(district, lane => LaneRules.Leave(lane, dropId, attempt, end), cancellationToken);
        await SupersedeAsync(step.Superseded, cancellationToken);
        await StartNextAsync(district, step.Next, starter, cancellationToken);
    }

    /// <summary>Starts the drop whose turn it is, when the lane is free and that drop is not about to take it.</summary>
    public async Task AdvanceAsync(DistrictId district, IDropStarter starter, CancellationToken cancellationToken)
    {
        var step = await lanes.ChangeAsync(district, lane => LaneRules.Free(lane, LaneOutcome.Waiting, []), cancellationToken);
        await SupersedeAsync(step.Superseded, cancellationToken);
        if (await NextAsync(district, step.Next, cancellationToken) is { } next && !await starter.IsAliveAsync(next.Id, next.Attempt, cancellationToken))
        {
            await RestartAsync(next.Id, next.Attempt, starter, cancellationToken);
        }
    }

    /// <summary>Starts another attempt of a drop that is not at work: queued, or left by an orchestration that died.</summary>
    /// <returns>The record with its new attempt, or null when it has ended or was changed meanwhile.</returns>
    public async Task<Drop?> RestartAsync(string dropId, int seenAttempt, IDropStarter starter, CancellationToken cancellationToken)
    {
        var drop = await records.ChangeAsync(
            dropId,
            seenAttempt,
            d => d.State.IsFinal() || d.State == DropState.Held ? null : d with { Attempt = d.Attempt + 1, Progress = null },
            cancellationToken);
        if (drop is not null)
        {
            await starter.StartAsync(drop.Id, drop.Attempt, cancellationToken);
        }

        return drop;
    }

    private async Task<Drop?> InspectAsync(Drop drop, CancellationToken cancellationToken)
    {
        var registration = await registry.FindAsync(DistrictId.Parse(drop.District!), cancellationToken);
        if (drop.Kind == DropKind.Rebuild)
        {
            return await ChangeAsync(drop, d => d with { AllBulk = true });
        }

        if (registration?.FindSource(drop.Source!) is not { } source)
        {
            return await ChangeAsync(drop, d => Rejected(d, DropRejections.UnknownSource, DropRejections.UnknownSourceReason));
        }

        try
        {
            var profile = await profiles.GetAsync(source, cancellationToken);
            await using var package = await packages.OpenAsync(drop, cancellationToken);
            var seen = await PackageInspection.OfAsync(package, profile, cancellationToken);
            return await ChangeAsync(drop, d => d with { AllBulk = seen.AllBulk, Tables = seen.Tables });
        }
        catch (PackageRefusedException refused)
        {
            return await ChangeAsync(drop, d => Rejected(d, refused.Code, refused.Message));
        }
        catch (ProfileInvalidException)
        {
            return await ChangeAsync(drop, d => Rejected(d, DropRejections.ProfileInvalid, DropRejections.ProfileInvalidReason));
        }

        Task<Drop?> ChangeAsync(Drop of, Func<Drop, Drop> change) => records.ChangeAsync(of.Id, of.Attempt, d => d.State.IsFinal() ? null : change(d), cancellationToken);
    }

    private async Task SupersedeAsync(IReadOnlyList<string> dropIds, CancellationToken cancellationToken)
    {
        foreach (var dropId in dropIds)
        {
            await records.ChangeAsync(
                dropId,
                null,
                d => d.State.IsFinal() ? null : d with { State = DropState.Superseded, ReasonCode = "drop.superseded", Reason = "A newer drop over the same files took its place; nothing of this one was applied.", Progress = null },
                cancellationToken);
        }
    }

    private async Task StartNextAsync(DistrictId district, string? dropId, IDropStarter starter, CancellationToken cancellationToken)
    {
        if (await NextAsync(district, dropId, cancellationToken) is { } next)
        {
            await RestartAsync(next.Id, next.Attempt, starter, cancellationToken);
        }
    }

    /// <summary>The record of the drop whose turn it is; one that has ended, and of which the lane was not told so, is passed over.</summary>
    private async Task<Drop?> NextAsync(DistrictId district, string? dropId, CancellationToken cancellationToken)
    {
        while (dropId is not null)
        {
            var drop = (await records.FindAsync(dropId, cancellationToken))?.Value;
            if (drop is not null && !drop.State.IsFinal())
            {
                return drop;
            }

            var ended = dropId;
            var step = await lanes.ChangeAsync(district, lane => LaneRules.Free(lane.Dequeue(ended), LaneOutcome.Waiting, []), cancellationToken);
            await SupersedeAsync(step.Superseded, cancellationToken);
            dropId = step.Next;
        }

        return null;
    }

    private static Drop Rejected(Drop drop, string code, string reason) =>
        drop with { State = DropState.Rejected, ReasonCode = code, Reason = reason, Progress = null };
}
