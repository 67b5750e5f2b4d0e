using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>The client of the engine in this process. It works before the engine starts; what it asks for waits.</summary>
internal sealed partial class LocalDurableTaskClient(
    InstanceStore store,
    InstanceQueries queries,
    DurableDatabase database,
    EngineSignals signals,
    PayloadCodec codec,
    TimeProvider time,
    IOptions<DurableEngineOptions> settings,
    ILogger<LocalDurableTaskClient> logger) : DurableTaskClient("local")
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <exception cref="PayloadTooLargeException">The input is over the limit.</exception>
    /// <exception cref="ArgumentException">The instance id or the dedupe statuses are not valid.</exception>
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceIds.Check(id);
        var refusedIn = DedupeRules.RefusedIn(options?.DedupeStatuses);
        var payload = codec.Serialize(input, $"input of orchestrator '{orchestratorName}'");
        var version = options?.Version?.Version ?? settings.Value.DefaultVersion;
        store.Create(new NewInstance(id, orchestratorName, version, payload, Now) { StartAt = options?.StartAt?.UtcDateTime }, refusedIn);
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        if (!store.RaiseEvent(instanceId, eventName, codec.Serialize(eventPayload, $"event '{eventName}'"), Now))
        {
            EventDropped(logger, eventName, instanceId);
        }

        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitForAsync(instanceId, static m => m.RuntimeStatus != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitForAsync(instanceId, static m => m.IsCompleted, getInputsAndOutputs, cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var output = codec.Serialize(options?.Output, "output of the termination");
        return Found(store.Terminate(instanceId, output, options?.Recursive ?? false, Now), instanceId);
    }

    /// <remarks>The reason is not kept.</remarks>
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Found(store.Suspend(instanceId, Now), instanceId);
    }

    /// <remarks>The reason is not kept.</remarks>
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Found(store.Resume(instanceId, Now), instanceId);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Task.FromResult(queries.Find(instanceId, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(queries, filter ?? new OrchestrationQuery());

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var count = store.Purge(instanceId, options?.Recursive ?? false);
        database.Checkpoint();
        return Task.FromResult(new PurgeResult(count, isComplete: true));
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var started = time.GetTimestamp();
        var final = StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Where(InstanceRow.IsFinalStatus);
        var meant = new InstanceFilter
        {
            CreatedFrom = filter.CreatedFrom?.UtcDateTime,
            CreatedTo = filter.CreatedTo?.UtcDateTime,
            Statuses = [.. filter.Statuses is null ? final : final.Intersect(filter.Statuses)],
        };
        var total = 0;
        while (!cancellation.IsCancellationRequested && !(filter.Timeout <= time.GetElapsedTime(started)))
        {
            // In batches, so that others can write in between.
            var count = store.PurgeSome(meant, options?.Recursive ?? false);
            if (count == 0)
            {
                database.Checkpoint();
                return new PurgeResult(total, isComplete: true);
            }

            total += count;
            await Task.Yield();
        }

        cancellation.ThrowIfCancellationRequested();
        database.Checkpoint();
        return new PurgeResult(total, isComplete: false);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task Found(bool? found, string instanceId) => found is null
        ? throw new ArgumentException($"There is no orchestration instance of id '{instanceId}'.", nameof(instanceId))
        : Task.CompletedTask;

    private async Task<OrchestrationMetadata> WaitForAsync(
        string instanceId, Func<OrchestrationMetadata, bool> reached, bool withPayloads, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        while (true)
        {
            var change = signals.NextChange(instanceId);
            var state = queries.Find(instanceId, withPayloads)
                ?? throw new InvalidOperationException($"There is no orchestration instance of id '{instanceId}'.");
            if (reached(state))
            {
                return state;
            }

            await change.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Information, "Event {Event} was dropped: instance {InstanceId} does not exist or has ended.")]
    private static partial void EventDropped(ILogger logger, string @event, string instanceId);
}
