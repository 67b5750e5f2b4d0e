using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Runs activity calls in the order in which they were made, at most so many at once.</summary>
internal sealed partial class ActivityDispatcher(
    ActivityStore store,
    ActivityRunner runner,
    TimeProvider time,
    IOptions<DurableEngineOptions> options,
    ILogger<ActivityDispatcher> logger)
{
    private readonly SemaphoreSlim news = new(0);
    private readonly SemaphoreSlim slots = new(options.Value.MaxConcurrentActivities);

    /// <summary>Tells that a call may have been added.</summary>
    public void Wake() => news.Release();

    /// <summary>Returns when stopped, once no call runs any more.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await DispatchAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        for (var i = 0; i < options.Value.MaxConcurrentActivities; i++)
        {
            await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task DispatchAsync(CancellationToken stopping)
    {
        var last = 0L;
        while (true)
        {
            await slots.WaitAsync(stopping).ConfigureAwait(false);
            ActivityWork work;
            try
            {
                work = await NextAsync(last, stopping).ConfigureAwait(false);
            }
            catch
            {
                slots.Release();
                throw;
            }

            last = work.WorkId;
            _ = Task.Run(() => RunOneAsync(work, stopping), CancellationToken.None);
        }
    }

    private async Task<ActivityWork> NextAsync(long last, CancellationToken stopping)
    {
        while (true)
        {
            // What was announced before the look is covered by the look.
            while (news.Wait(0, CancellationToken.None))
            {
            }

            try
            {
                if (store.Next(last) is { } work)
                {
                    return work;
                }
            }
            catch (SqliteException e)
            {
                StoreFailed(logger, e);
                await Task.Delay(options.Value.StoreRetryDelay, time, stopping).ConfigureAwait(false);
                continue;
            }

            await news.WaitAsync(stopping).ConfigureAwait(false);
        }
    }

    private async Task RunOneAsync(ActivityWork work, CancellationToken stopping)
    {
        try
        {
            await runner.RunAsync(work, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Interrupted(logger, work.Name, work.InstanceId);
        }
        catch (ObjectDisposedException) when (stopping.IsCancellationRequested)
        {
            // It outlived the stop; the call is still queued and is made again at the next start.
        }
        finally
        {
            slots.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "The queue of activities could not be read; it is tried again.")]
    private static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "Activity {Activity} of instance {InstanceId} was interrupted by the stop; it runs again at the next start.")]
    private static partial void Interrupted(ILogger logger, string activity, string instanceId);
}
