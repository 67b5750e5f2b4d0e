using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Triggers;

/// <summary>Begins the releases whose day of the calendar has come, at the times of setting <c>ReleaseSchedule</c> (NCRONTAB, UTC).</summary>
public sealed class ReleaseTimer(ReleaseRequests requests)
{
    [Function(nameof(ReleaseTimer))]
    public Task RunAsync([TimerTrigger("%ReleaseSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        requests.RunDueAsync(new DurableRollupStarter(client), cancellationToken);
}
