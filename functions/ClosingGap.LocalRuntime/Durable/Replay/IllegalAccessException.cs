namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>The orchestration context was used from outside the orchestrator's thread or after its episode.</summary>
internal sealed class IllegalAccessException() : InvalidOperationException(Explanation)
{
    public const string Explanation =
        "The orchestrator, or middleware around it, awaited something that is not from its context (Task.Run, Task.Delay, I/O, ConfigureAwait(false)), "
        + "or used the context on another thread. Await only tasks of the context; do all other work in activities.";
}
