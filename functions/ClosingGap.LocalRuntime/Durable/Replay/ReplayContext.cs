using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>The orchestration context of one episode.</summary>
internal sealed class ReplayContext(
    InstanceRow instance, OrchestratorScheduler scheduler, PayloadCodec codec, string defaultVersion, ILoggerFactory loggerFactory)
    : TaskOrchestrationContext
{
    private readonly Dictionary<int, OpenTask> open = [];
    private readonly List<int> cancelledTimers = [];
    private string? input;
    private bool replaying = true;
    private bool closed;
    private DateTime now;
    private int guids;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent => instance.Parent?.Instance;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => replaying;

    public override string Version => instance.Version;

    internal ActionLedger Ledger { get; } = new();

    internal EventBox Events { get; } = new();

    internal string? CustomStatus { get; private set; }

    internal bool CustomStatusSet { get; private set; }

    /// <summary>What ContinueAsNew asked for; null: nothing.</summary>
    internal (string? Input, bool KeepEvents, string? Version)? Restart { get; private set; }

    /// <summary>Timers cancelled by code that ran for the first time.</summary>
    internal IReadOnlyList<int> CancelledTimers => cancelledTimers;

    /// <summary>How many tasks the orchestrator can still be waiting for.</summary>
    internal int OpenCount => open.Count + Events.WaitingCount;

    protected override ILoggerFactory LoggerFactory => loggerFactory;

    public override T? GetInput<T>()
        where T : default => codec.Converter.Deserialize<T>(input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Guard();
        var payload = codec.Serialize(input, $"input of activity '{name}'");
        return options?.Retry is { } retry
            ? RetryLoop.RunAsync(this, retry, () => Call<TResult>(HistoryKind.TaskScheduled, name, a => a with { Payload = payload }))
            : Call<TResult>(HistoryKind.TaskScheduled, name, a => a with { Payload = payload });
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        Guard();
        var payload = codec.Serialize(input, $"input of sub-orchestrator '{orchestratorName}'");
        var givenId = (options as SubOrchestrationOptions)?.InstanceId;
        if (givenId is not null)
        {
            InstanceIds.Check(givenId);
        }

        var version = options?.Version?.Version ?? defaultVersion;
        return options?.Retry is { } retry ? RetryLoop.RunAsync(this, retry, Start) : Start();

        Task<TResult> Start()
        {
            var id = givenId ?? NewGuid().ToString("N");
            return Call<TResult>(
                HistoryKind.ChildScheduled, orchestratorName, a => a with { Payload = payload, Target = id, Version = version });
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Guard();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var due = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var task = new OpenTaskOf<object?>(codec.Converter);
        var action = Ledger.Add(HistoryKind.TimerCreated, null);
        Ledger.Describe(action with { FireAt = due });
        open.Add(action.TaskId, task);
        cancellationToken.Register(() =>
        {
            if (EnterCallback() && open.Remove(action.TaskId))
            {
                if (!replaying)
                {
                    cancelledTimers.Add(action.TaskId);
                }

                task.Cancel(cancellationToken);
            }
        });
        return task.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Guard();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var task = new OpenTaskOf<T>(codec.Converter);
        Events.Wait(eventName, task);
        cancellationToken.Register(() =>
        {
            if (EnterCallback() && Events.StopWaiting(task))
            {
                task.Cancel(cancellationToken);
            }
        });
        return task.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        Guard();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var text = codec.Serialize(payload, $"event '{eventName}'");
        Ledger.Describe(Ledger.Add(HistoryKind.EventSent, eventName) with { Payload = text, Target = instanceId });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        Guard();
        CustomStatus = codec.Serialize(customStatus, $"custom status of '{instance.Name}'");
        CustomStatusSet = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        Guard();
        ArgumentNullException.ThrowIfNull(options);
        var payload = codec.Serialize(options.NewInput, $"new input of '{instance.Name}'");
        Restart = (payload, options.PreserveUnprocessedEvents, options.NewVersion);
    }

    public override Guid NewGuid()
    {
        Guard();
        return DeterministicGuid.From(FormattableString.Invariant($"{instance.Id}_{instance.Key}_{instance.Execution}_{guids++}"));
    }

    internal void BeginEpisode(DateTime at) => now = at;

    internal void BeginExecution(string? serializedInput) => input = serializedInput;

    internal void EndReplay() => replaying = false;

    internal void Close() => closed = true;

    /// <summary>Takes the task out of the open ones; null when it was cancelled meanwhile.</summary>
    internal OpenTask? Take(int taskId) => open.Remove(taskId, out var task) ? task : null;

    private Task<T> Call<T>(HistoryKind kind, string name, Func<EpisodeAction, EpisodeAction> describe)
    {
        Guard();
        var task = new OpenTaskOf<T>(codec.Converter);
        var action = Ledger.Add(kind, name);
        Ledger.Describe(describe(action));
        open.Add(action.TaskId, task);
        return task.Task;
    }

    private bool EnterCallback()
    {
        if (closed)
        {
            return false;
        }

        if (!scheduler.IsOwnThread)
        {
            scheduler.MarkDisturbed();
            return false;
        }

        return true;
    }

    private void Guard()
    {
        if (!EnterCallback())
        {
            throw new IllegalAccessException();
        }
    }
}
