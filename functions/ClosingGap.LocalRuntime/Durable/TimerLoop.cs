using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Wakes instances whose timers are due. Sleeps until the next timer, at most for the safety interval, then looks for anything missed.</summary>
internal sealed partial class TimerLoop(
    DurableDatabase database,
    OrchestrationDispatcher orchestrations,
    ActivityDispatcher activities,
    TimeProvider time,
    IOptions<DurableEngineOptions> options,
    ILogger<TimerLoop> logger)
{
    private volatile TaskCompletionSource news = NewSource();

    /// <summary>Tells that a timer may have been added.</summary>
    public void Wake() => news.TrySetResult();

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            // The first look covers everything that an earlier process left behind.
            var everythingAt = time.GetUtcNow().UtcDateTime;
            while (true)
            {
                news = NewSource();
                var now = time.GetUtcNow().UtcDateTime;
                var latest = now + options.Value.SafetyPollInterval;
                var everything = now >= everythingAt;
                if (everything)
                {
                    activities.Wake();
                }

                // The second condition holds after the clock was set back.
                if (everything || everythingAt > latest)
                {
                    everythingAt = latest;
                }

                var next = Look(now, timersOnly: !everything);
                await SleepUntilAsync(next < everythingAt ? next.Value : everythingAt, now, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DateTime? Look(DateTime now, bool timersOnly)
    {
        try
        {
            var (due, next) = database.Read(session => (Inbox.DueInstances(session, now, timersOnly), Inbox.NextDue(session, now)));
            due.ForEach(orchestrations.Enqueue);
            return next;
        }
        catch (SqliteException e)
        {
            LookFailed(logger, e);
            return now + options.Value.StoreRetryDelay;
        }
    }

    private async Task SleepUntilAsync(DateTime until, DateTime now, CancellationToken stopping)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var sleep = Task.Delay(until - now, time, awake.Token);

        // The clock may have passed the time while the timer was made.
        if (time.GetUtcNow().UtcDateTime < until)
        {
            await Task.WhenAny(sleep, news.Task).ConfigureAwait(false);
        }

        await awake.CancelAsync().ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Error, "Timers could not be read; it is tried again.")]
    private static partial void LookFailed(ILogger logger, Exception exception);
}
