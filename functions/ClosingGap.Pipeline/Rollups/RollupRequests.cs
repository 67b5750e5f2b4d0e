using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Asks for rollups: every night by itself, and on demand. What is asked for is a candidate only.</summary>
public sealed class RollupRequests(IDocumentStore documents, RegisteredStates states, RollupRecords records, TimeProvider time)
{
    private const int MostMissedNights = 31;
    private const int Newest = 10;

    /// <summary>Asks for a rollup; null when the state has no district, or had a thousand rollups today.</summary>
    public async Task<Rollup?> RequestAsync(string state, string by, IRollupStarter starter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(starter);
        if (!await states.IsKnownAsync(state, cancellationToken))
        {
            return null;
        }

        for (var number = 1; number <= RollupId.MaxNumber; number++)
        {
            var id = new RollupId(state, Today, number);
            var rollup = new Rollup(id.ToString(), state, id.Date, RollupState.Running, by, time.GetUtcNow());
            if (await records.CreateAsync(id, rollup, cancellationToken))
            {
                await starter.StartRollupAsync(id, cancellationToken);
                return rollup;
            }
        }

        return null;
    }

    /// <summary>
    /// Starts this night's rollup of every state, unless it was started, and those that were asked for and never started. Of several
    /// missed nights the newest alone is made up for; its record names the others.
    /// </summary>
    /// <returns>How many nights' rollups were begun.</returns>
    public async Task<int> RunNightAsync(IRollupStarter starter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(starter);
        var begun = 0;
        await EachState.RunAsync(await states.ListAsync(cancellationToken), ServeAsync, cancellationToken);
        return begun;

        async Task ServeAsync(string state)
        {
            begun += await RunNightAsync(state, starter, cancellationToken) ? 1 : 0;
            foreach (var rollup in (await records.ListAsync(state, null, Newest, cancellationToken)).Rollups.Where(rollup => rollup.State == RollupState.Running))
            {
                await StartAgainAsync(RollupId.Parse(rollup.Id), starter, cancellationToken);
            }
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private async Task<bool> RunNightAsync(string state, IRollupStarter starter, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.StateNights(state);
        var last = (await documents.GetAsync(key, PipelineJson.Default.StateNights, cancellationToken))?.Value.LastNight;
        var night = Today;
        if (last >= night)
        {
            return false;
        }

        var id = new RollupId(state, night, 0);
        var rollup = new Rollup(id.ToString(), state, night, RollupState.Running, "schedule", time.GetUtcNow()) { MissedNights = Between(last, night) };
        await records.CreateAsync(id, rollup, cancellationToken);
        await starter.StartRollupAsync(id, cancellationToken);
        await documents.UpsertAsync(key, new StateNights(night), PipelineJson.Default.StateNights, cancellationToken);
        return true;
    }

    /// <summary>One whose orchestration has ended and left it running is never run again: it failed.</summary>
    private async Task StartAgainAsync(RollupId id, IRollupStarter starter, CancellationToken cancellationToken)
    {
        if (!await starter.HasRollupEndedAsync(id, cancellationToken))
        {
            await starter.StartRollupAsync(id, cancellationToken);
            return;
        }

        await records.ChangeAsync(
            id,
            rollup => rollup.FailedIfRunning(
                time.GetUtcNow(),
                "rollup.orchestration_ended",
                "The orchestration ended before the rollup did. What is published has not changed. Start another one; if it ends so again, look at the log."),
            cancellationToken);
    }

    private static List<DateOnly> Between(DateOnly? last, DateOnly night) => last is not { } done
        ? []
        : [.. Enumerable.Range(1, Math.Max(0, night.DayNumber - done.DayNumber - 1)).Select(done.AddDays).TakeLast(MostMissedNights)];
}
