using ClosingGap.Pipeline.Rollups;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>
/// A rollup of a state: count each district, find students of several, take back what is counted twice, make the table, protect it, make the candidate. It does one page
/// of at most 50 pieces and begins anew with a cursor, so that no history grows with the state. It publishes nothing.
/// </summary>
public static class RollupOrchestration
{
    [Function(nameof(RollupOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<RollupRun>()!;
        try
        {
            if (await StepAsync(context, run) is { } next)
            {
                context.ContinueAsNew(next);
            }
        }
        catch (TaskFailedException failure)
        {
            await context.CallActivityAsync(
                ActivityNames.FailRollup, new FailedRollup(run.Rollup, Retries.ErrorType(failure.FailureDetails)), Retries.Ending);
        }
    }

    private static async Task<RollupRun?> StepAsync(TaskOrchestrationContext context, RollupRun run)
    {
        switch (run.Step)
        {
            case RollupSteps.Districts:
                return await CountAsync(context, run);
            case RollupSteps.Merge:
                return await MergeAsync(context, run);
            case RollupSteps.TakeBack:
                return await TakeBackAsync(context, run);
            case RollupSteps.Build:
                return await BuildAsync(context, run);
            case RollupSteps.Protect:
                return await ProtectAsync(context, run);
            default:
                context.SetCustomStatus("complete");
                await context.CallActivityAsync(ActivityNames.CompleteRollup, new RollupPiece(run.Rollup, run.Releases), Retries.Step);
                return null;
        }
    }

    private static async Task<RollupRun> CountAsync(TaskOrchestrationContext context, RollupRun run)
    {
        context.SetCustomStatus("districts");
        if (run.Done == 0)
        {
            await context.CallActivityAsync(ActivityNames.PrepareRollup, new RollupPiece(run.Rollup, 0), Retries.Step);
        }

        var page = await context.CallActivityAsync<RollupPage>(
            ActivityNames.ListRollupDistricts, new RollupPiece(run.Rollup, run.Done, 0, run.After), Retries.Step);
        var districts = run.Districts + page.Count;
        await Task.WhenAll(Enumerable.Range(run.Districts, page.Count).Select(ordinal => CountOneAsync(context, new RollupPiece(run.Rollup, ordinal, districts))));
        return page.Next.Length > 0
            ? run with { After = page.Next, Districts = districts, Done = run.Done + 1 }
            : new RollupRun(run.Rollup, RollupSteps.Merge, Districts: districts, Total: districts);
    }

    /// <summary>A district that cannot be counted is left out, and said to be; it does not stop the others.</summary>
    private static async Task CountOneAsync(TaskOrchestrationContext context, RollupPiece district)
    {
        try
        {
            await context.CallActivityAsync(ActivityNames.CountDistrict, district, Retries.Step);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(ActivityNames.SkipDistrict, district, Retries.Step);
        }
    }

    private static async Task<RollupRun> MergeAsync(TaskOrchestrationContext context, RollupRun run)
    {
        context.SetCustomStatus("merge");
        var groups = DuplicateSearch.GroupsOf(run.Total);
        if (groups <= 1)
        {
            var found = await context.CallActivityAsync<FoundDuplicates>(
                ActivityNames.FindDuplicates, new RollupMerge(run.Rollup, run.Pass, 0, run.Total), Retries.Step);
            return new RollupRun(run.Rollup, RollupSteps.TakeBack, Districts: run.Districts, Total: found.Districts);
        }

        var to = Math.Min(run.Done + RollupSteps.PageSize, groups);
        await Task.WhenAll(Enumerable.Range(run.Done, to - run.Done).Select(group =>
            context.CallActivityAsync(ActivityNames.MergeKeys, new RollupMerge(run.Rollup, run.Pass, group, run.Total), Retries.Step)));
        return to < groups ? run with { Done = to } : run with { Done = 0, Total = groups, Pass = run.Pass + 1 };
    }

    private static async Task<RollupRun> TakeBackAsync(TaskOrchestrationContext context, RollupRun run)
    {
        context.SetCustomStatus("takeBack");
        var to = Math.Min(run.Done + RollupSteps.PageSize, run.Total);
        await Task.WhenAll(Enumerable.Range(run.Done, to - run.Done).Select(number =>
            context.CallActivityAsync(ActivityNames.TakeBack, new RollupPiece(run.Rollup, number, run.Total), Retries.Step)));
        return to < run.Total ? run with { Done = to } : new RollupRun(run.Rollup, RollupSteps.Build, Districts: run.Districts);
    }

    private static async Task<RollupRun> BuildAsync(TaskOrchestrationContext context, RollupRun run)
    {
        context.SetCustomStatus("build");
        var candidate = await context.CallActivityAsync<CandidateRun>(ActivityNames.BuildTable, new RollupPiece(run.Rollup, 0, run.Districts), Retries.Step);
        return new RollupRun(run.Rollup, RollupSteps.Protect, Total: candidate.Populations, Releases: candidate.Releases);
    }

    /// <summary>One after the other, as each may take all the memory that an instance has.</summary>
    private static async Task<RollupRun> ProtectAsync(TaskOrchestrationContext context, RollupRun run)
    {
        context.SetCustomStatus("protect");
        var to = Math.Min(run.Done + RollupSteps.PageSize, run.Total);
        for (var number = run.Done; number < to; number++)
        {
            await context.CallActivityAsync(ActivityNames.ProtectPopulation, new CandidatePiece(run.Rollup, run.Releases, number, run.Total), Retries.Step);
        }

        return to < run.Total ? run with { Done = to } : run with { Step = RollupSteps.Complete };
    }
}
