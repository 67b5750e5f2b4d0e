using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>
/// The engine at work. A start takes up everything an earlier process left, calls it had begun included. A stop lets episodes end,
/// cancels running activities and waits for them; those that do not succeed run again at the next start.
/// </summary>
internal sealed partial class DurableEngine(
    Store.DurableDatabase database,
    EngineSignals signals,
    OrchestrationDispatcher orchestrations,
    ActivityDispatcher activities,
    TimerLoop timers,
    TimeProvider time,
    IOptions<DurableEngineOptions> options,
    ILogger<DurableEngine> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        database.Open();
        signals.InstanceReady += orchestrations.Enqueue;
        signals.ActivitiesAdded += activities.Wake;
        signals.TimersAdded += timers.Wake;
        work = Task.WhenAll(
            orchestrations.RunAsync(stopping.Token),
            Task.Run(() => activities.RunAsync(stopping.Token), CancellationToken.None),
            Task.Run(() => timers.RunAsync(stopping.Token), CancellationToken.None));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        signals.InstanceReady -= orchestrations.Enqueue;
        signals.ActivitiesAdded -= activities.Wake;
        signals.TimersAdded -= timers.Wake;
        await stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await work.WaitAsync(options.Value.StopTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            StoppedEarly(logger);
        }
    }

    public void Dispose() => stopping.Dispose();

    [LoggerMessage(LogLevel.Warning, "Some activities did not end in time; they run again at the next start.")]
    private static partial void StoppedEarly(ILogger logger);
}
