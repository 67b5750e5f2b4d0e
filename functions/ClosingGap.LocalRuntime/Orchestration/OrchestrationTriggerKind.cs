using System.Reflection;
using ClosingGap.LocalRuntime.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Orchestration;

/// <summary>
/// Orchestrator functions: <c>static Task&lt;T&gt; Run([OrchestrationTrigger] TaskOrchestrationContext context[, TInput input])</c>.
/// What would make a replay differ (an object of its own, a token, a client) is refused.
/// </summary>
internal sealed class OrchestrationTriggerKind : TriggerKind
{
    public override bool Handles(TriggerBindingAttribute attribute) => attribute is OrchestrationTriggerAttribute;

    public override LocalFunction Create(FunctionCandidate candidate)
    {
        if (!candidate.Method.IsStatic)
        {
            throw candidate.Problem("LR150", "an orchestrator must be static: it is replayed, so nothing may be injected into it. Put the work into activities.");
        }

        if (candidate.TriggerParameter.ParameterType != typeof(TaskOrchestrationContext))
        {
            throw candidate.Problem("LR151", $"its trigger parameter is a {candidate.TriggerParameter.ParameterType}; use TaskOrchestrationContext.");
        }

        var others = candidate.Method.GetParameters()
            .Where(parameter => !candidate.IsTrigger(parameter) && parameter.ParameterType != typeof(FunctionContext)).ToArray();
        if (others.Length > 1 || Array.Exists(others, IsForbidden))
        {
            throw candidate.Problem("LR152", "an orchestrator takes its context, one input and a FunctionContext: no CancellationToken, client or second input.");
        }

        return new OrchestratorFunction(candidate.Bind(
            "orchestrationTrigger",
            "one input",
            parameter => candidate.IsTrigger(parameter) ? (_, state) => ValueTask.FromResult<object?>(state.Trigger) : Input(parameter)));
    }

    private static bool IsForbidden(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken) || parameter.GetCustomAttribute<DurableClientAttribute>() is not null;

    private static ParameterSource Input(ParameterInfo parameter)
    {
        var read = typeof(OrchestrationTriggerKind).GetMethod(nameof(ReadInput), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(parameter.ParameterType).CreateDelegate<Func<TaskOrchestrationContext, object?>>();
        return (_, state) => ValueTask.FromResult(read((TaskOrchestrationContext)state.Trigger));
    }

    private static object? ReadInput<T>(TaskOrchestrationContext context) => context.GetInput<T>();
}
