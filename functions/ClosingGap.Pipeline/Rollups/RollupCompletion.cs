using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Ends a rollup: makes the table, protects it, and notes down the candidate. Nothing that is published changes.</summary>
public sealed class RollupCompletion(
    IBlobStore blobs,
    RollupPlans plans,
    RollupInputs inputs,
    RollupRecords records,
    TableBuilding building,
    CandidateProtection protection,
    StateReleases releases,
    MeasureChanges changes,
    RollupCollection collection,
    TimeProvider time)
{
    /// <summary>Makes the candidate. May run twice.</summary>
    public async Task RunAsync(RollupId id, int districts, CancellationToken cancellationToken)
    {
        await records.ProgressAsync(id, "complete", 0, 1, cancellationToken);
        var plan = await plans.ReadAsync(id, cancellationToken);
        var all = new List<RollupInput>(districts);
        for (var ordinal = 0; ordinal < districts; ordinal++)
        {
            all.Add(await inputs.ReadAsync(id, ordinal, cancellationToken));
        }

        await blobs.WriteJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), all, PipelineJson.Default.ListRollupInput, cancellationToken);
        var duplicates = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Duplicates(id), PipelineJson.Default.Duplicates, cancellationToken);
        var students = await building.RunAsync(id, plan, all, duplicates, cancellationToken);
        var released = (await releases.FindPointerAsync(id.State, cancellationToken))?.Value.Number ?? 0;
        var candidate = await protection.RunAsync(id, released, cancellationToken);
        var changed = await changes.CountAsync(id, released, cancellationToken);
        await records.ChangeAsync(
            id,
            rollup => rollup with
            {
                State = RollupState.Candidate,
                EndedAt = rollup.State == RollupState.Candidate ? rollup.EndedAt : time.GetUtcNow(),
                Progress = null,
                Counts = RollupAlerts.Count(all, duplicates, students),
                ProtectedAgainst = candidate.ProtectedAgainst,
                Protection = candidate.Report,
                Alerts = RollupAlerts.Of(rollup, plan, all, duplicates, candidate.Report, changed),
            },
            cancellationToken);
        await collection.RunAsync(id.State, cancellationToken);
    }

    /// <summary>Notes down that a rollup failed. May run twice.</summary>
    /// <param name="id">The rollup.</param>
    /// <param name="errorType">The type of what failed; never its message, which may hold anything.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task FailAsync(RollupId id, string errorType, CancellationToken cancellationToken) => records.ChangeAsync(
        id,
        rollup => rollup.FailedIfRunning(
            time.GetUtcNow(),
            "rollup.failed",
            $"The rollup could not be made ({errorType}). What is published has not changed. Start another one; if it fails again, look at the log."),
        cancellationToken);
}
