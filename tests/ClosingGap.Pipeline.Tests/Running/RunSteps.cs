using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Validating;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The steps of a run in the order of the orchestration, one after another in this process; a step may be made to die.</summary>
internal sealed class RunSteps(IServiceProvider services, StartedRuns starter)
{
    /// <summary>Called before each step with its name and number; what it throws is a death at that place.</summary>
    public Action<string, int>? Before { get; set; }

    public int Steps { get; set; }

    /// <summary>Every step is done twice, as an engine may that does each at least once.</summary>
    public bool Twice { get; set; }

    /// <summary>A step that dies is done again by the engine; else its orchestration ends with it.</summary>
    public bool Retries { get; set; }

    /// <summary>Runs what was started; an orchestration that dies is gone, and the others go on.</summary>
    public async Task RunAllAsync(CancellationToken cancellationToken)
    {
        while (starter.Waiting.TryDequeue(out var run))
        {
            try
            {
                await RunAsync(run, cancellationToken);
            }
            catch (DeathException)
            {
            }

            starter.Alive.Remove(DropIds.Instance(run.DropId, run.Attempt));
        }
    }

    public async Task RunAsync(DropRun started, CancellationToken cancellationToken)
    {
        var turn = services.GetRequiredService<DropTurn>();
        var entered = await StepAsync("enter", () => turn.EnterAsync(started, starter, cancellationToken));
        if (entered.Outcome != LaneOutcome.Granted)
        {
            return;
        }

        var run = started with { Epoch = entered.Epoch };
        if (await ApplyAsync(run, cancellationToken) is { } applied)
        {
            await PublishAsync(applied, cancellationToken);
        }

        await StepAsync("leave", () => turn.LeaveAsync(run, starter, cancellationToken));
        await StepAsync("collect", () => services.GetRequiredService<Collection>().RunAsync(run, cancellationToken));
    }

    private async Task<DropRun?> ApplyAsync(DropRun run, CancellationToken cancellationToken)
    {
        var inputs = (await services.GetRequiredService<DropRecords>().RequireAsync(run.DropId, cancellationToken)).Inputs.Count;
        for (var input = 0; input < inputs; input++)
        {
            run = run with { Input = input };
            var validated = await StepAsync("validate", () => services.GetRequiredService<DropValidation>().RunAsync(run, cancellationToken));
            if (!validated.IsStaged)
            {
                return null;
            }

            for (var shard = ShardApplication.Unsplit; shard < (validated.HasSharded ? validated.ShardCount : 0); shard++)
            {
                var number = shard;
                await StepAsync("apply", () => services.GetRequiredService<ShardApplication>().RunAsync(run, number, cancellationToken));
            }

            if (!(await StepAsync("complete", () => services.GetRequiredService<ApplyCompletion>().RunAsync(run, cancellationToken))).IsApplied)
            {
                return null;
            }
        }

        return run;
    }

    private async Task PublishAsync(DropRun run, CancellationToken cancellationToken)
    {
        var publication = services.GetRequiredService<Publication>();
        var plan = await StepAsync("prepare", () => services.GetRequiredService<ComputePreparation>().RunAsync(run, cancellationToken));
        if (plan.IsUnchanged)
        {
            await StepAsync("end", () => publication.EndUnchangedAsync(run, cancellationToken));
            return;
        }

        for (var shard = 0; shard < plan.ShardCount; shard++)
        {
            var number = shard;
            await StepAsync("compute", () => services.GetRequiredService<ShardComputation>().RunAsync(run, number, cancellationToken));
        }

        var schools = services.GetRequiredService<SchoolPublication>();
        var groups = await StepAsync("schools", () => schools.PlanAsync(run, cancellationToken));
        for (var group = 0; group < groups.SchoolGroups; group++)
        {
            var number = group;
            await StepAsync("school", () => schools.RunAsync(run, number, cancellationToken));
        }

        await StepAsync("publish", () => publication.RunAsync(run, cancellationToken));
    }

    private Task StepAsync(string name, Func<Task> step) => StepAsync(name, async () =>
    {
        await step();
        return true;
    });

    private async Task<T> StepAsync<T>(string name, Func<Task<T>> step)
    {
        Steps++;
        Before?.Invoke(name, Steps);
        if (Twice)
        {
            await step();
        }

        try
        {
            return await step();
        }
        catch (DeathException) when (Retries)
        {
            return await step();
        }
    }
}
