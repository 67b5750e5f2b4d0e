using ClosingGap.LocalRuntime.Invocation;
using ClosingGap.LocalRuntime.State;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Timers;

/// <summary>
/// One timer: waits for each occurrence, runs the function to its end, keeps the state. Occurrences that pass while the
/// function runs are skipped; one or more that passed while the process was down are caught up once, at the start.
/// </summary>
internal sealed class TimerLoop(TimerFunction function, FunctionInvoker invoker, RuntimeStateStore store, TimeProvider time)
{
    // A timer's wait is bounded by the platform (49 days) and by a clock that may be set meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private TimerState state = null!;
    private bool monitored;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        monitored = function.Monitored && !function.Schedule.IsFrequent(Now);
        var pastDue = await LoadAsync(cancellationToken);
        if (pastDue || function.RunOnStartup)
        {
            await InvokeAsync(pastDue, cancellationToken);
        }

        while (true)
        {
            await WaitAsync(state.Next, cancellationToken);
            await InvokeAsync(isPastDue: false, cancellationToken);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var kept = monitored ? await store.ReadTimerAsync(function.Name, cancellationToken) : null;
        if (kept is not null && string.Equals(kept.Schedule, function.Schedule.Text, StringComparison.Ordinal))
        {
            state = kept;
            return kept.Next <= now;
        }

        // Under another schedule the old times say nothing about what was missed.
        state = new TimerState(function.Schedule.Text, default, function.Schedule.Next(now), now);
        await SaveAsync(cancellationToken);
        return false;
    }

    private async Task WaitAsync(DateTime due, CancellationToken cancellationToken)
    {
        for (var wait = due - Now; wait > TimeSpan.Zero; wait = due - Now)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancellationToken);
        }
    }

    private async Task InvokeAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var started = Now;
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = monitored ? new ScheduleStatus { Last = state.Last, Next = state.Next, LastUpdated = state.Updated } : null,
        };
        try
        {
            await using var context = invoker.CreateContext(function, info, new Dictionary<string, object?>(), cancellationToken);
            await invoker.RunAsync(context);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Logged where it was run; the timer goes on, as in Azure. A run that shutdown cut short is not caught here:
            // it leaves the state as it was, and is caught up at the next start.
        }

        var now = Now;
        state = state with { Last = started, Next = function.Schedule.Next(now), Updated = now };
        await SaveAsync(CancellationToken.None);
    }

    private Task SaveAsync(CancellationToken cancellationToken) =>
        monitored ? store.WriteTimerAsync(function.Name, state, cancellationToken) : Task.CompletedTask;
}
