using System.Threading.Channels;
using ClosingGap.LocalRuntime.Durable.Replay;
using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Runs the episodes of instances that have messages: several instances at once, each one on one thread at a time.</summary>
internal sealed partial class OrchestrationDispatcher(
    EpisodeStore store,
    EpisodeRunner runner,
    DurableStepProbe probe,
    TimeProvider time,
    IOptions<DurableEngineOptions> options,
    ILogger<OrchestrationDispatcher> logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, bool> active = [];
    private readonly HashSet<long> rejected = [];
    private readonly Channel<long> queue = Channel.CreateUnbounded<long>();

    /// <summary>Asks for an episode of the instance. One that is running is followed by another.</summary>
    public void Enqueue(long key)
    {
        lock (gate)
        {
            if (active.ContainsKey(key))
            {
                active[key] = true;
                return;
            }

            active.Add(key, false);
        }

        queue.Writer.TryWrite(key);
    }

    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(
        Enumerable.Range(0, options.Value.MaxConcurrentOrchestrations).Select(_ => Task.Run(() => WorkAsync(stopping), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var key = await queue.Reader.ReadAsync(stopping).ConfigureAwait(false);
                stopping.ThrowIfCancellationRequested();
                try
                {
                    RunEpisode(key);
                }
                catch (Exception e)
                {
                    EpisodeNotStored(logger, key, e.GetType().FullName ?? string.Empty, e);
                    await Task.Delay(options.Value.StoreRetryDelay, time, stopping).ConfigureAwait(false);
                    Enqueue(key);
                }

                Release(key);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private void RunEpisode(long key)
    {
        lock (gate)
        {
            // From here on a new message asks for another episode.
            active[key] = false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (store.Load(key, now) is not { } input || !VersionFits(input, now))
        {
            return;
        }

        probe.Reached(DurableStep.BeforeEpisode);
        var outcome = runner.Run(input, now);
        probe.Reached(DurableStep.AfterEpisode);
        if (outcome is null || !store.Commit(input, outcome))
        {
            return;
        }

        if (outcome.Failure is { } failure)
        {
            InstanceFailed(logger, input.Instance.Name, input.Instance.Id, failure.ErrorType);
        }
    }

    private bool VersionFits(EpisodeInput input, DateTime now)
    {
        var instance = input.Instance;
        if (OrchestrationVersions.Compare(instance.Version, options.Value.DefaultVersion) <= 0)
        {
            return true;
        }

        if (options.Value.VersionFailureStrategy == VersionFailureStrategy.Fail)
        {
            var failure = FailureFactory.Coded(
                DurableErrorCodes.VersionTooNew,
                $"Orchestrator '{instance.Name}' has version '{instance.Version}', this program runs versions up to '{options.Value.DefaultVersion}'. "
                + "Run the program that started it, or start it again.");
            store.Commit(input, new EpisodeOutcome(now, OrchestrationRuntimeStatus.Failed) { Failure = failure });
            return false;
        }

        lock (gate)
        {
            if (!rejected.Add(instance.Key))
            {
                return false;
            }
        }

        VersionRejected(logger, instance.Name, instance.Id, instance.Version, options.Value.DefaultVersion);
        return false;
    }

    private void Release(long key)
    {
        lock (gate)
        {
            if (!active[key])
            {
                active.Remove(key);
                return;
            }
        }

        queue.Writer.TryWrite(key);
    }

    [LoggerMessage(LogLevel.Error, "An episode of instance #{Key} was not stored ({ErrorType}); it is tried again.")]
    private static partial void EpisodeNotStored(ILogger logger, long key, string errorType, Exception exception);

    [LoggerMessage(LogLevel.Error, "Orchestrator {Orchestrator}, instance {InstanceId}, failed: {ErrorType}.")]
    private static partial void InstanceFailed(ILogger logger, string orchestrator, string instanceId, string errorType);

    [LoggerMessage(LogLevel.Warning,
        "Orchestrator {Orchestrator}, instance {InstanceId}, has version {Version}; this program runs versions up to {Newest}. It is left for a newer program.")]
    private static partial void VersionRejected(ILogger logger, string orchestrator, string instanceId, string version, string newest);
}
