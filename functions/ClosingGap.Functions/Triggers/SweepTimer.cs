using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Sweeping;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Triggers;

/// <summary>Puts right, at the times of setting <c>SweepSchedule</c> (NCRONTAB), what events and deaths leave behind.</summary>
public sealed class SweepTimer(Sweep sweep)
{
    // A missed tick need not be made up for: the next one sees the same.
    [Function(nameof(SweepTimer))]
    public Task RunAsync(
        [TimerTrigger("%SweepSchedule%", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        sweep.RunAsync(new DurableDropStarter(client), cancellationToken);
}
