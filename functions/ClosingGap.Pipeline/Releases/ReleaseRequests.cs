using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Asks for releases: by the calendar, and by a person who corrects.</summary>
public sealed class ReleaseRequests(
    RegisteredStates states, RollupRecords records, StateReleases releases, MeasureChanges changes, ReleaseCalendars calendars, TimeProvider time)
{
    /// <summary>Releases a candidate as a correction.</summary>
    /// <param name="reason">Why; readers see it.</param>
    public async Task<ReleaseResult> CorrectAsync(RollupId rollup, string reason, string by, IRollupStarter starter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(starter);
        if (await records.FindAsync(rollup, cancellationToken) is not { } found)
        {
            return new ReleaseResult(ReleaseOutcome.UnknownRollup);
        }

        if (found.State != RollupState.Candidate)
        {
            return new ReleaseResult(ReleaseOutcome.NoCandidate);
        }

        var release = await releases.RequestAsync(rollup, ReleaseKind.Correction, by, made => made with { Reason = reason }, cancellationToken);
        if (release is null)
        {
            return new ReleaseResult(ReleaseOutcome.UnderWay);
        }

        await starter.StartReleaseAsync(rollup.State, release.Number, cancellationToken);
        return new ReleaseResult(ReleaseOutcome.Begun, release);
    }

    /// <summary>
    /// Begins the releases whose day has come: of each state the newest day of its calendar that was not released, with the newest candidate
    /// of that day or before. Starts again what was asked for and never started.
    /// </summary>
    /// <returns>How many were begun.</returns>
    public async Task<int> RunDueAsync(IRollupStarter starter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(starter);
        var begun = 0;
        await EachState.RunAsync(await states.ListAsync(cancellationToken), ServeAsync, cancellationToken);
        return begun;

        async Task ServeAsync(string state)
        {
            var newest = await releases.FindNewestAsync(state, cancellationToken);
            if (newest is { State: ReleaseState.Released, ProtectedAgainst: { } before })
            {
                // A release that died on its last step is switched to now; else nothing happens.
                await releases.SwitchAsync(state, new ReleasedPointer(newest.Number, newest.Rollup, before), cancellationToken);
            }

            if (newest?.State == ReleaseState.Preparing && await starter.HasReleaseEndedAsync(state, newest.Number, cancellationToken))
            {
                // It is never run again, and nothing else may be released while it is being prepared.
                newest = await releases.ChangeAsync(
                    state, newest.Number, made => made with { State = ReleaseState.Failed, ReasonCode = "release.orchestration_ended" }, cancellationToken);
            }

            if (newest?.State == ReleaseState.Preparing)
            {
                await starter.StartReleaseAsync(state, newest.Number, cancellationToken);
            }
            else if (await calendars.FindAsync(state, cancellationToken) is { } calendar
                && await DueAsync(calendar, newest, cancellationToken) is { } due
                && await FindCandidateAsync(calendar, due.Date, cancellationToken) is { } candidate)
            {
                var release = await releases.RequestAsync(
                    candidate, ReleaseKind.Scheduled, "schedule", made => made with { DueDate = due.Date, Label = due.Label }, cancellationToken);
                if (release is not null)
                {
                    await starter.StartReleaseAsync(state, release.Number, cancellationToken);
                    begun++;
                }
            }
        }
    }

    private async Task<ReleaseDate?> DueAsync(ReleaseCalendar calendar, StateRelease? newest, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var due = calendar.Dates.LastOrDefault(date => date.Date <= today);
        if (due is null)
        {
            return null;
        }

        // A correction after a scheduled release stands between; the scheduled one before it still counts as done. A failed one does not.
        for (var release = newest; release is not null; release = release.Number > 1 ? await releases.FindAsync(calendar.State, release.Number - 1, cancellationToken) : null)
        {
            if (release is { Kind: ReleaseKind.Scheduled, State: not ReleaseState.Failed })
            {
                return release.DueDate < due.Date ? due : null;
            }
        }

        return due;
    }

    /// <summary>
    /// What is left to a person is passed over, but not back to what was released already. Null also while the newest rollup up to that day is
    /// being made: it is waited for.
    /// </summary>
    private async Task<RollupId?> FindCandidateAsync(ReleaseCalendar calendar, DateOnly due, CancellationToken cancellationToken)
    {
        var isPassedOver = false;
        string? after = null;
        do
        {
            var page = await records.ListAsync(calendar.State, after, RollupRecords.MaxPageSize, cancellationToken);
            foreach (var rollup in page.Rollups.Where(rollup => rollup.Date <= due))
            {
                if (rollup.State == RollupState.Running || (isPassedOver && rollup.Release is not null))
                {
                    return null;
                }

                if (rollup.State == RollupState.Candidate && !await IsForAPersonAsync(rollup, calendar, cancellationToken))
                {
                    return RollupId.Parse(rollup.Id);
                }

                isPassedOver |= rollup.State == RollupState.Candidate;
            }

            after = page.Next;
        }
        while (after is not null);

        return null;
    }

    /// <summary>
    /// With more cells whose protection could not be shown than the calendar allows, with a district that could not be read, or with a measure of other districts than in the newest
    /// release. That is looked at again, as the candidate may be older than that release.
    /// </summary>
    private async Task<bool> IsForAPersonAsync(Rollup rollup, ReleaseCalendar calendar, CancellationToken cancellationToken) =>
        rollup.Protection?.Unproven > calendar.MostUnproven
        || rollup.Counts.Unreadable > 0
        || await changes.CountAsync(
            RollupId.Parse(rollup.Id), (await releases.FindPointerAsync(rollup.StateCode, cancellationToken))?.Value.Number ?? 0, cancellationToken) > 0;
}
