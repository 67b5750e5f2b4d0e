using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Makes the table of a rollup, and notes down its candidate. Nothing that is published changes.</summary>
public sealed class RollupCompletion(
    IBlobStore blobs,
    RollupPlans plans,
    RollupInputs inputs,
    RollupRecords records,
    TableBuilding building,
    CandidateAssembly assembly,
    StateReleases releases,
    MeasureChanges changes,
    RollupCollection collection,
    TimeProvider time)
{
    /// <summary>Makes the table of so many districts, and says what there is to protect. May run twice.</summary>
    public async Task<CandidateRun> BuildAsync(RollupId id, int districts, CancellationToken cancellationToken)
    {
        await records.ProgressAsync(id, "build", 0, 1, cancellationToken);
        var plan = await plans.ReadAsync(id, cancellationToken);
        var all = new List<RollupInput>(districts);
        for (var ordinal = 0; ordinal < districts; ordinal++)
        {
            all.Add(await inputs.ReadAsync(id, ordinal, cancellationToken));
        }

        await blobs.WriteJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), all, PipelineJson.Default.ListRollupInput, cancellationToken);
        var duplicates = await DuplicatesAsync(id, cancellationToken);
        var students = await building.RunAsync(id, plan, all, duplicates, cancellationToken);
        await records.ChangeAsync(id, rollup => rollup with { Counts = RollupAlerts.Count(all, duplicates, students) }, cancellationToken);
        var released = (await releases.FindPointerAsync(id.State, cancellationToken))?.Value.Number ?? 0;
        var run = await assembly.PlanAsync(id, released, cancellationToken);
        await records.ProgressAsync(id, "protect", 0, run.Populations, cancellationToken);
        return run;
    }

    /// <summary>Puts the candidate together once every population is protected. May run twice.</summary>
    public async Task CompleteAsync(RollupId id, int protectedAgainst, CancellationToken cancellationToken)
    {
        var candidate = await assembly.RunAsync(id, protectedAgainst, cancellationToken);
        var plan = await plans.ReadAsync(id, cancellationToken);
        var all = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken);
        var duplicates = await DuplicatesAsync(id, cancellationToken);
        var changed = await changes.CountAsync(id, protectedAgainst, cancellationToken);
        await records.ChangeAsync(
            id,
            rollup => rollup with
            {
                State = RollupState.Candidate,
                EndedAt = rollup.State == RollupState.Candidate ? rollup.EndedAt : time.GetUtcNow(),
                Progress = null,
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

    private Task<Duplicates> DuplicatesAsync(RollupId id, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Duplicates(id), PipelineJson.Default.Duplicates, cancellationToken);
}
