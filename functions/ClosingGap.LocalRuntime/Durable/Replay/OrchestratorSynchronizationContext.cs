namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>Brings continuations back to the orchestrator's thread.</summary>
internal sealed class OrchestratorSynchronizationContext(OrchestratorScheduler scheduler) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => new Task(() => d(state)).Start(scheduler);

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!scheduler.IsOwnThread)
        {
            scheduler.MarkDisturbed();
            throw new InvalidOperationException("An orchestrator's code cannot be called from another thread.");
        }

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
