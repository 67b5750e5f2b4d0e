using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Rollups;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClosingGap.Functions.Tests.Support;

/// <summary>A context whose activities are answered by a script; it keeps what was called, sub-orchestrations included.</summary>
internal sealed class ScriptedContext(object input, Func<string, object?, object?> answer, List<string>? calls = null) : TaskOrchestrationContext
{
    /// <summary>Each call: the activity, and for a piece of work its number.</summary>
    public List<string> Calls { get; } = calls ?? [];

    /// <summary>The inputs of the calls, in the same order.</summary>
    public List<object?> Inputs { get; } = [];

    /// <summary>How many pieces each page had.</summary>
    public List<int> Pages { get; } = [];

    public List<string> Statuses { get; } = [];

    /// <summary>With what it begins anew; null: it has ended.</summary>
    public object? Next { get; private set; }

    public override TaskName Name => "Scripted";

    public override string InstanceId => "scripted";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => throw new NotSupportedException();

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T GetInput<T>() => (T)input;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Calls.Add(input switch
        {
            PieceRun piece => FormattableString.Invariant($"{name} {piece.Number}"),
            RollupPiece piece => FormattableString.Invariant($"{name} {piece.Number}"),
            CandidatePiece piece => FormattableString.Invariant($"{name} {piece.Population}"),
            RollupMerge merge => FormattableString.Invariant($"{name} {merge.Pass}.{merge.Group}"),
            _ => name.ToString(),
        });
        Inputs.Add(input);
        try
        {
            return Task.FromResult((TResult)answer(name.ToString(), input)!);
        }
        catch (Exception exception) when (exception is not TaskFailedException)
        {
            return Task.FromException<TResult>(new TaskFailedException(name.ToString(), Calls.Count, exception));
        }
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        Assert.Equal(nameof(ShardsOrchestration), orchestratorName.ToString());
        var page = Assert.IsType<PageRun>(input);
        Pages.Add(page.To - page.From);
        var child = new ScriptedContext(page, answer, Calls);
        try
        {
            await ShardsOrchestration.RunAsync(child);
        }
        catch (TaskFailedException failure)
        {
            // A parent sees the failure of its child, and the activity's within it.
            throw new TaskFailedException(
                orchestratorName.ToString(),
                0,
                new TaskFailureDetails(typeof(TaskFailedException).FullName!, failure.Message, null, failure.FailureDetails, null));
        }
        finally
        {
            Inputs.AddRange(child.Inputs);
        }

        return default!;
    }

    public override void SetCustomStatus(object? customStatus) => Statuses.Add(Assert.IsType<string>(customStatus));

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => Next = newInput;

    public override Guid NewGuid() => throw new NotSupportedException();
}
