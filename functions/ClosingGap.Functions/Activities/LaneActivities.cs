using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Activities;

/// <summary>A run takes its turn, and ends.</summary>
public sealed class LaneActivities(DropTurn turn, DropRecords records, DropFailure failure, WebhookDeliveries deliveries, Collection collection)
{
    [Function(nameof(EnterLane))]
    public async Task<LaneTurn> EnterLane([ActivityTrigger] DropRun run, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var result = await turn.EnterAsync(run, new DurableDropStarter(client), cancellationToken);
        var drop = await records.RequireAsync(run.DropId, cancellationToken);
        if (drop.State.IsFinal())
        {
            await deliveries.SendFirstAsync(drop.Id, cancellationToken);
        }

        return new LaneTurn(result.Outcome == LaneOutcome.Granted, result.Epoch, drop.Inputs.Count);
    }

    [Function(nameof(LeaveLane))]
    public Task LeaveLane([ActivityTrigger] DropRun run, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        turn.LeaveAsync(run, new DurableDropStarter(client), cancellationToken);

    [Function(nameof(FailDrop))]
    public Task FailDrop([ActivityTrigger] FailedRun failed, CancellationToken cancellationToken) =>
        failure.RunAsync(failed.Run, failed.ErrorType, cancellationToken);

    [Function(nameof(SendReceipt))]
    public Task SendReceipt([ActivityTrigger] DropRun run, CancellationToken cancellationToken) => deliveries.SendFirstAsync(run.DropId, cancellationToken);

    [Function(nameof(Collect))]
    public Task Collect([ActivityTrigger] DropRun run, CancellationToken cancellationToken) => collection.RunAsync(run, cancellationToken);
}
