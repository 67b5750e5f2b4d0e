namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>A task given to the orchestrator that waits for its outcome.</summary>
internal abstract class OpenTask
{
    public abstract void Complete(string? payload);

    public abstract void Fail(Exception exception);

    public abstract void Cancel(CancellationToken token);
}
