using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Rollups;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Triggers;

/// <summary>Starts the night's rollup of every state at the times of setting <c>RollupSchedule</c> (NCRONTAB, UTC). It only starts: ids are dated, so a tick that comes twice starts nothing twice.</summary>
public sealed class RollupTimer(RollupRequests requests)
{
    // Monitored: a tick that was missed is made up for when the app starts again.
    [Function(nameof(RollupTimer))]
    public Task RunAsync([TimerTrigger("%RollupSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        requests.RunNightAsync(new DurableRollupStarter(client), cancellationToken);
}
