using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Durable;
using ClosingGap.LocalRuntime.Invocation;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Orchestration;

/// <summary>Runs the app's orchestrators and activities for the engine, through the worker middleware. Names heed no case, as in Azure.</summary>
internal sealed class TaskFunctionCatalog(FunctionIndex index, FunctionInvoker invoker) : ITaskFunctionCatalog
{
    private readonly Dictionary<string, OrchestratorFunction> orchestrators =
        index.Of<OrchestratorFunction>().ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, ActivityFunction> activities =
        index.Of<ActivityFunction>().ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => activities.ContainsKey(name);

    // No await here leaves the engine's own context, and the scope is disposed without one.
    public async Task<object?> InvokeOrchestratorAsync(string name, TaskOrchestrationContext context, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = context.InstanceId };
        var invocation = invoker.CreateContext(orchestrators[name], context, data, cancellationToken);

        // An episode that ends while the orchestrator waits leaves it waiting for ever: only the token tells that it is over.
        using var ended = cancellationToken.UnsafeRegister(static state => _ = ((LocalFunctionContext)state!).DisposeAsync().AsTask(), invocation);
        try
        {
            return await invoker.RunOrchestratorAsync(invocation);
        }
        finally
        {
            _ = invocation.DisposeAsync().AsTask();
        }
    }

    public async Task<object?> InvokeActivityAsync(
        string name, TaskActivityContext context, string? serializedInput, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = context.InstanceId };
        await using var invocation = invoker.CreateContext(
            activities[name], new ActivityInvocation(context, serializedInput), data, cancellationToken);
        return await invoker.RunAsync(invocation);
    }
}
