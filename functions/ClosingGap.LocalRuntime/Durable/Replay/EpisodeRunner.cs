using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>Runs one episode: replays the history, hands out the new messages, and says what follows.</summary>
internal sealed class EpisodeRunner(
    ITaskFunctionCatalog catalog, PayloadCodec codec, IOptions<DurableEngineOptions> options, ILoggerFactory loggerFactory)
{
    /// <summary>Null when the instance has not been started yet.</summary>
    public EpisodeOutcome? Run(EpisodeInput input, DateTime utcNow)
    {
        if (input.History.Count == 0 && input.Messages.FirstOrDefault()?.Kind != HistoryKind.ExecutionStarted)
        {
            return null;
        }

        // A clock that was set back does not make an orchestrator's time run backwards.
        var last = input.History.LastOrDefault(record => record.Kind == HistoryKind.EpisodeStarted)?.At ?? DateTime.MinValue;
        var now = utcNow > last ? utcNow : last;
        if (!catalog.HasOrchestrator(input.Instance.Name))
        {
            return Failed(now, DurableErrorCodes.OrchestratorNotFound, $"No orchestrator named '{input.Instance.Name}' is in this program.");
        }

        if (input.History.Count + input.Messages.Count > options.Value.MaxHistoryRecords)
        {
            return Failed(now, DurableErrorCodes.HistoryTooLong, FormattableString.Invariant(
                $"The history of orchestrator '{input.Instance.Name}' has more than {options.Value.MaxHistoryRecords} records. Use ContinueAsNew, or sub-orchestrations."));
        }

        var scheduler = new OrchestratorScheduler();
        var context = new ReplayContext(input.Instance, scheduler, codec, options.Value.DefaultVersion, loggerFactory);
        using var ended = new CancellationTokenSource();
        var execution = new Execution(catalog, scheduler, context, ended.Token);
        try
        {
            execution.Replay(input.History);
            return new EpisodeConclusion(codec).Conclude(input, execution, context, now);
        }
        catch (NonDeterministicException e)
        {
            return Failed(now, DurableErrorCodes.NonDeterministic, $"Orchestrator '{input.Instance.Name}': {e.Message}");
        }
        finally
        {
            context.Close();
            Unwind(scheduler, ended);
            scheduler.Close();
        }
    }

    private static void Unwind(OrchestratorScheduler scheduler, CancellationTokenSource ended)
    {
        try
        {
            scheduler.Run(ended.Cancel);
        }
        catch (AggregateException)
        {
            // The episode is decided; what the host's own clean-up throws does not change it.
        }
    }

    private static EpisodeOutcome Failed(DateTime now, string code, string message) =>
        new(now, OrchestrationRuntimeStatus.Failed) { Failure = FailureFactory.Coded(code, message) };
}
