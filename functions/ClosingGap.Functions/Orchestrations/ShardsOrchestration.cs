using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>Does one page of shards or groups at the same time, with a history of its own so that no history grows with the district.</summary>
public static class ShardsOrchestration
{
    /// <summary>The most pieces of a page.</summary>
    public const int PageSize = 32;

    [Function(nameof(ShardsOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var page = context.GetInput<PageRun>()!;
        var pieces = new List<Task>(page.To - page.From);
        for (var number = page.From; number < page.To; number++)
        {
            pieces.Add(context.CallActivityAsync(page.Activity, new PieceRun(page.Run, number), Retries.Step));
        }

        await Task.WhenAll(pieces);
    }
}
