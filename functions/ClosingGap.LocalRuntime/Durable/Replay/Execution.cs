using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>The orchestrator's code at work on the facts of its history.</summary>
internal sealed class Execution(
    ITaskFunctionCatalog catalog, OrchestratorScheduler scheduler, ReplayContext context, CancellationToken episodeEnded)
{
    private Task<object?>? code;

    /// <summary>The orchestrator's task, once it has ended; null while it waits.</summary>
    public Task<object?>? Ended => code is { IsCompleted: true } ? code : null;

    public bool Disturbed => scheduler.Disturbed;

    /// <summary>Does again what is in the history.</summary>
    /// <exception cref="NonDeterministicException">The code did something else.</exception>
    public void Replay(IReadOnlyList<HistoryRecord> history)
    {
        for (var position = 0; position < history.Count; position++)
        {
            var record = history[position];
            if (record.Kind is HistoryKind.TaskScheduled or HistoryKind.TimerCreated or HistoryKind.ChildScheduled or HistoryKind.EventSent)
            {
                context.Ledger.Match(record, position);
                continue;
            }

            if (record.Kind == HistoryKind.EpisodeStarted)
            {
                context.Ledger.EnsureAllMatched(position);
                EnsureStillRunning(position);
            }

            Deliver(record);
        }

        context.Ledger.EnsureAllMatched(history.Count);
        EnsureStillRunning(history.Count);
    }

    /// <summary>Hands the code one fact and lets it run until it waits again.</summary>
    public void Deliver(HistoryRecord record) => scheduler.Run(() =>
    {
        switch (record.Kind)
        {
            case HistoryKind.EpisodeStarted:
                context.BeginEpisode(record.At);
                break;
            case HistoryKind.ExecutionStarted:
                context.BeginExecution(record.Payload);
                code = InvokeAsync();
                break;
            case HistoryKind.TaskCompleted or HistoryKind.ChildCompleted or HistoryKind.TimerFired:
                context.Take(record.TaskId)?.Complete(record.Payload);
                break;
            case HistoryKind.TaskFailed or HistoryKind.ChildFailed:
                context.Take(record.TaskId)?.Fail(new TaskFailedException(record.Name ?? string.Empty, record.TaskId, record.Failure!));
                break;
            case HistoryKind.EventRaised:
                context.Events.Deliver(record);
                break;
        }
    });

    // Async, so that what the catalogue throws before its first await becomes the orchestrator's failure as well.
    private async Task<object?> InvokeAsync() => await catalog.InvokeOrchestratorAsync(context.Name, context, episodeEnded);

    private void EnsureStillRunning(int position)
    {
        if (Ended is not null)
        {
            throw new NonDeterministicException(position, "an orchestrator that still waits", "has ended");
        }
    }
}
