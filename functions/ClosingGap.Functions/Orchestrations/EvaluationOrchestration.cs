using ClosingGap.Pipeline.Evaluating;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>Checks a district's rules: prepare, shard by shard, merge. It changes nothing that is published and needs no lane.</summary>
public static class EvaluationOrchestration
{
    [Function(nameof(EvaluationOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<EvaluationRun>()!;
        try
        {
            var shards = (await context.CallActivityAsync<EvaluationSplit>(ActivityNames.PrepareEvaluation, run, Retries.Step)).ShardCount;
            for (var first = 0; first < shards; first += ShardsOrchestration.PageSize)
            {
                var page = new List<Task>(ShardsOrchestration.PageSize);
                for (var shard = first; shard < Math.Min(first + ShardsOrchestration.PageSize, shards); shard++)
                {
                    page.Add(context.CallActivityAsync(ActivityNames.EvaluateShard, new EvaluationPiece(run, shard), Retries.Step));
                }

                await Task.WhenAll(page);
            }

            await context.CallActivityAsync(ActivityNames.CompleteEvaluation, new EvaluationPiece(run, shards), Retries.Step);
        }
        catch (TaskFailedException failure)
        {
            await context.CallActivityAsync(
                ActivityNames.FailEvaluation, new FailedEvaluation(run, Retries.ErrorType(failure.FailureDetails)), Retries.Ending);
        }
    }
}
