using ClosingGap.LocalRuntime.Discovery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Timers;

/// <summary>Runs every timer function on its own loop, so that one never runs twice at once and none delays another.</summary>
internal sealed partial class TimerListener(
    FunctionIndex index,
    Invocation.FunctionInvoker invoker,
    State.RuntimeStateStore store,
    TimeProvider time,
    ILogger<TimerListener> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(index.Of<TimerFunction>().Select(function => RunAsync(function, stoppingToken)));

    private async Task RunAsync(TimerFunction function, CancellationToken stoppingToken)
    {
        try
        {
            await new TimerLoop(function, invoker, store, time).RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception failure)
        {
            // Only the loop's own work reaches here (its state file, say): without it the timer would be silent, so it is told.
            Stopped(function.Name, Invocation.InvocationLog.Describe(failure));
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "Timer {Function} stopped: {Failure}")]
    private partial void Stopped(string function, string failure);
}
