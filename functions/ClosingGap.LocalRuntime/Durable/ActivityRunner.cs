using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Makes one activity call and records how it ended.</summary>
internal sealed partial class ActivityRunner(
    ActivityStore store,
    ITaskFunctionCatalog catalog,
    PayloadCodec codec,
    DurableStepProbe probe,
    TimeProvider time,
    IOptions<DurableEngineOptions> options,
    ILogger<ActivityRunner> logger)
{
    /// <exception cref="OperationCanceledException">The engine stops and the call did not succeed; it stays queued.</exception>
    public async Task RunAsync(ActivityWork work, CancellationToken stopping)
    {
        if (!catalog.HasActivity(work.Name))
        {
            var missing = FailureFactory.Coded(DurableErrorCodes.ActivityNotFound, $"No activity named '{work.Name}' is in this program.");
            await RecordAsync(work, null, missing, stopping).ConfigureAwait(false);
            return;
        }

        probe.Reached(DurableStep.BeforeActivity);
        string? output = null;
        TaskFailureDetails? failure = null;
        try
        {
            output = await InvokeAsync(work, stopping).ConfigureAwait(false);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopping);
        }
        catch (Exception e)
        {
            failure = FailureFactory.From(e);
            ActivityFailed(logger, work.Name, work.InstanceId, failure.ErrorType);
        }

        probe.Reached(DurableStep.AfterActivity);
        await RecordAsync(work, output, failure, stopping).ConfigureAwait(false);
    }

    private async Task<string?> InvokeAsync(ActivityWork work, CancellationToken stopping)
    {
        var context = new ActivityContext(work.Name, work.InstanceId);
        var result = await catalog.InvokeActivityAsync(work.Name, context, work.Input, stopping).ConfigureAwait(false);
        return codec.Serialize(result, $"output of activity '{work.Name}'");
    }

    private async Task RecordAsync(ActivityWork work, string? output, TaskFailureDetails? failure, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                store.Complete(work, output, failure, time.GetUtcNow().UtcDateTime);
                return;
            }
            catch (SqliteException e)
            {
                // The call has been made: keep its result rather than make it again.
                ResultNotStored(logger, work.Name, work.InstanceId, e);
                await Task.Delay(options.Value.StoreRetryDelay, time, stopping).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Activity {Activity} of instance {InstanceId} failed: {ErrorType}.")]
    private static partial void ActivityFailed(ILogger logger, string activity, string instanceId, string errorType);

    [LoggerMessage(LogLevel.Error, "The result of activity {Activity} of instance {InstanceId} could not be stored; it is tried again.")]
    private static partial void ResultNotStored(ILogger logger, string activity, string instanceId, Exception exception);
}
