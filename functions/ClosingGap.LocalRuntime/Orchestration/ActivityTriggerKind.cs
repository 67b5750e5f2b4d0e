using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Orchestration;

/// <summary>Activity functions: <c>Task&lt;T&gt; Run([ActivityTrigger] TInput input[, string instanceId])</c>.</summary>
internal sealed class ActivityTriggerKind : TriggerKind
{
    private static readonly JsonDataConverter Converter = new();

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is ActivityTriggerAttribute;

    public override LocalFunction Create(FunctionCandidate candidate) => new ActivityFunction(candidate.Bind(
        "activityTrigger",
        "one [ActivityTrigger] input, TaskActivityContext, string instanceId",
        parameter =>
        {
            if (parameter.ParameterType == typeof(TaskActivityContext))
            {
                return (_, state) => ValueTask.FromResult<object?>(((ActivityInvocation)state.Trigger).Context);
            }

            if (candidate.IsTrigger(parameter))
            {
                return (_, state) => ValueTask.FromResult(Read(((ActivityInvocation)state.Trigger).SerializedInput, parameter.ParameterType));
            }

            return parameter.ParameterType == typeof(string) && string.Equals(parameter.Name, "instanceId", StringComparison.OrdinalIgnoreCase)
                ? (_, state) => ValueTask.FromResult<object?>(((ActivityInvocation)state.Trigger).Context.InstanceId)
                : null;
        }));

    private static object? Read(string? serialized, Type type) =>
        serialized is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? Activator.CreateInstance(type)
            : Converter.Deserialize(serialized, type);
}
