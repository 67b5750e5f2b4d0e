using System.Text.Json;
using ClosingGap.LocalRuntime.Durable;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>Orchestrators and activities written as lambdas.</summary>
internal sealed class CodeCatalog : ITaskFunctionCatalog
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<TaskActivityContext, string?, CancellationToken, Task<object?>>> activities =
        new(StringComparer.OrdinalIgnoreCase);

    public CodeCatalog Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> code)
    {
        orchestrators[name] = code;
        return this;
    }

    public CodeCatalog Activity<TInput>(string name, Func<TInput, object?> code) => Activity<TInput>(name, (i, _) => Task.FromResult(code(i)));

    public CodeCatalog Activity<TInput>(string name, Func<TInput, CancellationToken, Task<object?>> code)
    {
        activities[name] = (_, input, token) => code(input is null ? default! : JsonSerializer.Deserialize<TInput>(input)!, token);
        return this;
    }

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => activities.ContainsKey(name);

    public Task<object?> InvokeOrchestratorAsync(string name, TaskOrchestrationContext context, CancellationToken cancellationToken) =>
        orchestrators[name](context);

    public Task<object?> InvokeActivityAsync(
        string name, TaskActivityContext context, string? serializedInput, CancellationToken cancellationToken) =>
        activities[name](context, serializedInput, cancellationToken);
}
