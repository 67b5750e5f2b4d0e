using System.Collections.Concurrent;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>
/// Runs an orchestrator's code and all its continuations one after the other on the thread that calls <see cref="Run"/>. Whatever
/// arrives from another thread shows that the orchestrator awaited something that is not from its context.
/// </summary>
internal sealed class OrchestratorScheduler : TaskScheduler
{
    private readonly ConcurrentQueue<Task> queue = new();
    private readonly OrchestratorSynchronizationContext context;
    private int owner;
    private volatile bool closed;
    private volatile bool disturbed;

    public OrchestratorScheduler() => context = new OrchestratorSynchronizationContext(this);

    /// <summary>Whether another thread has interfered.</summary>
    public bool Disturbed => disturbed;

    /// <summary>Whether the caller is the orchestrator's code.</summary>
    public bool IsOwnThread => Volatile.Read(ref owner) == Environment.CurrentManagedThreadId;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs the action, then every continuation that follows from it, until nothing is left to run.</summary>
    public void Run(Action action)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        Volatile.Write(ref owner, Environment.CurrentManagedThreadId);
        try
        {
            var first = new Task(action);
            first.Start(this);
            while (queue.TryDequeue(out var task))
            {
                TryExecuteTask(task);
            }

            first.GetAwaiter().GetResult();
        }
        finally
        {
            Volatile.Write(ref owner, 0);
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void MarkDisturbed() => disturbed = true;

    /// <summary>From here on continuations are dropped: the episode is decided, and the next one replays.</summary>
    public void Close() => closed = true;

    protected override void QueueTask(Task task)
    {
        if (closed)
        {
            return;
        }

        if (!IsOwnThread)
        {
            disturbed = true;
        }

        queue.Enqueue(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && IsOwnThread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => queue;
}
