using ClosingGap.Pipeline.Rollups;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>A release of a state's figures: protect, write the files, switch readers. Until the last step nothing that is published changes.</summary>
public static class ReleaseOrchestration
{
    [Function(nameof(ReleaseOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<ReleaseRun>()!;
        try
        {
            var candidate = await context.CallActivityAsync<CandidateRun>(ActivityNames.PrepareRelease, run, Retries.Step);
            for (var number = 0; number < candidate.Populations; number++)
            {
                await context.CallActivityAsync(ActivityNames.ProtectPopulation, candidate.Piece(number), Retries.Step);
            }

            await context.CallActivityAsync(ActivityNames.AcceptCandidate, new ReleaseCandidate(run.State, run.Number, candidate.Releases), Retries.Step);
            await context.CallActivityAsync(ActivityNames.WriteDataSets, run, Retries.Step);
            await context.CallActivityAsync(ActivityNames.SwitchRelease, run, Retries.Step);
        }
        catch (TaskFailedException failure)
        {
            await context.CallActivityAsync(ActivityNames.FailRelease, new FailedRelease(run, Retries.ErrorType(failure.FailureDetails)), Retries.Ending);
        }
    }
}
