using System.Collections.Concurrent;
using ClosingGap.LocalRuntime.Durable.Store;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Carries the news of a commit to the parts of the engine, so that nothing has to poll.</summary>
internal sealed class EngineSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> watchers = new(StringComparer.Ordinal);

    /// <summary>An instance, by its key, has a message to handle.</summary>
    public event Action<long>? InstanceReady;

    public event Action? ActivitiesAdded;

    public event Action? TimersAdded;

    public void Publish(StoreEffects effects)
    {
        foreach (var key in effects.Ready)
        {
            InstanceReady?.Invoke(key);
        }

        if (effects.ActivitiesAdded)
        {
            ActivitiesAdded?.Invoke();
        }

        if (effects.TimersAdded)
        {
            TimersAdded?.Invoke();
        }

        foreach (var id in effects.Changed)
        {
            if (watchers.TryRemove(id, out var watcher))
            {
                watcher.TrySetResult();
            }
        }
    }

    /// <summary>Completes at the next change of the instance. Take it first, then read the state, then wait.</summary>
    public Task NextChange(string instanceId) =>
        watchers.GetOrAdd(instanceId, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
}
