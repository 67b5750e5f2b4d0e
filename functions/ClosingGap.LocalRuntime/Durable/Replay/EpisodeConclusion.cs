using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>Hands out the new messages after a replay, and turns the state of the code into the episode's outcome.</summary>
internal sealed class EpisodeConclusion(PayloadCodec codec)
{
    public EpisodeOutcome Conclude(EpisodeInput input, Execution execution, ReplayContext context, DateTime now)
    {
        context.EndReplay();
        var history = new List<HistoryRecord> { new(HistoryKind.EpisodeStarted, now) };
        execution.Deliver(history[0]);
        var taken = 0;
        while (taken < input.Messages.Count && execution.Ended is null)
        {
            execution.Deliver(input.Messages[taken]);
            history.Add(input.Messages[taken++]);
        }

        history.AddRange(context.Ledger.Unmatched.Select(action => new HistoryRecord(action.Kind, now) { TaskId = action.TaskId, Name = action.Name }));
        var outcome = new EpisodeOutcome(now, OrchestrationRuntimeStatus.Running)
        {
            NewHistory = history,
            Actions = [.. context.Ledger.Unmatched],
            ConsumedMessages = [.. input.Messages.Take(taken).Select(message => message.MessageId), .. input.StaleMessages],
            CancelledTimers = [.. context.CancelledTimers],
            CustomStatus = context.CustomStatus,
            CustomStatusSet = context.CustomStatusSet,
        };
        if (execution.Disturbed || (execution.Ended is null && context.OpenCount == 0))
        {
            return Failed(outcome with { Actions = [] }, FailureFactory.Coded(
                DurableErrorCodes.IllegalAwait, $"Orchestrator '{context.Name}': {IllegalAccessException.Explanation}"));
        }

        return execution.Ended switch
        {
            null => outcome,
            { IsCompletedSuccessfully: true } when context.Restart is { } restart =>
                StartOver(outcome, restart, context.Events.Buffered, input.Messages.Skip(taken)),
            { IsCompletedSuccessfully: true } ended => Completed(outcome, context, ended.Result),
            { IsCanceled: true } ended => Failed(outcome, FailureFactory.From(new TaskCanceledException(ended))),
            { } ended => Failed(outcome, FailureFactory.From(ended.Exception!.InnerExceptions[0])),
        };
    }

    private static EpisodeOutcome Failed(EpisodeOutcome outcome, TaskFailureDetails failure) =>
        outcome with { Status = OrchestrationRuntimeStatus.Failed, Failure = failure };

    private static EpisodeOutcome StartOver(
        EpisodeOutcome outcome,
        (string? Input, bool KeepEvents, string? Version) restart,
        IReadOnlyList<HistoryRecord> buffered,
        IEnumerable<HistoryRecord> notTaken)
    {
        // Messages not taken stay in the inbox; those to be dropped are consumed with the rest.
        return outcome with
        {
            Next = new NextExecution(restart.Input, restart.Version, restart.KeepEvents ? [.. buffered] : []),
            ConsumedMessages = restart.KeepEvents
                ? outcome.ConsumedMessages
                : [.. outcome.ConsumedMessages, .. notTaken.Select(message => message.MessageId)],
        };
    }

    private EpisodeOutcome Completed(EpisodeOutcome outcome, ReplayContext context, object? result)
    {
        try
        {
            var output = codec.Serialize(result, $"output of orchestrator '{context.Name}'");
            return outcome with { Status = OrchestrationRuntimeStatus.Completed, Output = output };
        }
        catch (Exception e)
        {
            // Too large, or of a type that cannot be serialized.
            return Failed(outcome, FailureFactory.From(e));
        }
    }
}
