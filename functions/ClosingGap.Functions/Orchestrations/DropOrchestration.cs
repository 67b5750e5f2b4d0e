using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Validating;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>
/// One attempt at a drop: take the district's lane, validate, apply, compute, publish, give the lane back, send the receipt, clear up.
/// The record of the drop says how it ended; the orchestration itself ends well also when the drop does not.
/// </summary>
public static class DropOrchestration
{
    [Function(nameof(DropOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<DropRun>()!;
        try
        {
            var turn = await context.CallActivityAsync<LaneTurn>(ActivityNames.EnterLane, run, Retries.Step);
            if (!turn.IsGranted)
            {
                return;
            }

            run = run with { Epoch = turn.Epoch };
            await WorkAsync(context, run, turn.Inputs);
        }
        catch (TaskFailedException failure)
        {
            if (Retries.IsLaneLost(failure.FailureDetails))
            {
                return;
            }

            await context.CallActivityAsync(ActivityNames.FailDrop, new FailedRun(run, Retries.ErrorType(failure.FailureDetails)), Retries.Ending);
        }

        await context.CallActivityAsync(ActivityNames.LeaveLane, run, Retries.Ending);
        await context.CallActivityAsync(ActivityNames.SendReceipt, run, Retries.Ending);
        context.SetCustomStatus("collect");
        await context.CallActivityAsync(ActivityNames.Collect, run, Retries.Ending);
    }

    private static async Task WorkAsync(TaskOrchestrationContext context, DropRun run, int inputs)
    {
        for (var input = 0; input < inputs; input++)
        {
            run = run with { Input = input };
            if (!await ApplyAsync(context, run))
            {
                return;
            }
        }

        context.SetCustomStatus("compute");
        var plan = await context.CallActivityAsync<ComputePlan>(ActivityNames.PrepareCompute, run, Retries.Step);
        if (plan.IsUnchanged)
        {
            await context.CallActivityAsync(ActivityNames.EndUnchanged, run, Retries.Step);
            return;
        }

        await InPagesAsync(context, run, ActivityNames.ComputeShard, 0, plan.ShardCount);
        context.SetCustomStatus("publish");
        var schools = await context.CallActivityAsync<PublishPlan>(ActivityNames.PlanPublish, run, Retries.Step);
        await InPagesAsync(context, run, ActivityNames.PublishSchools, 0, schools.SchoolGroups);
        await context.CallActivityAsync(ActivityNames.PublishVersion, run, Retries.Step);
    }

    /// <summary>False when the input was rejected or the drop is held.</summary>
    private static async Task<bool> ApplyAsync(TaskOrchestrationContext context, DropRun run)
    {
        context.SetCustomStatus("validate");
        var validated = await context.CallActivityAsync<ValidationOutcome>(ActivityNames.ValidateDrop, run, Retries.Step);
        if (!validated.IsStaged)
        {
            return false;
        }

        context.SetCustomStatus("apply");
        var last = validated.HasSharded ? validated.ShardCount : ShardApplication.Unsplit + 1;
        await InPagesAsync(context, run, ActivityNames.ApplyShard, ShardApplication.Unsplit, last);
        var applied = await context.CallActivityAsync<ApplyOutcome>(ActivityNames.CompleteApply, run, Retries.Step);
        return applied.IsApplied;
    }

    private static async Task InPagesAsync(TaskOrchestrationContext context, DropRun run, string activity, int from, int to)
    {
        for (var first = from; first < to; first += ShardsOrchestration.PageSize)
        {
            var page = new PageRun(run, activity, first, Math.Min(first + ShardsOrchestration.PageSize, to));
            await context.CallSubOrchestratorAsync(nameof(ShardsOrchestration), page);
        }
    }
}
