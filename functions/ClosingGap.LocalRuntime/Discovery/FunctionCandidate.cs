using System.Reflection;
using ClosingGap.LocalRuntime.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>A method with a name and one trigger, before its kind of trigger has judged it.</summary>
internal sealed class FunctionCandidate(
    string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger, IConfiguration configuration)
{
    public const string DurableClientBinding = "durableClient";

    public string Name => name;

    public MethodInfo Method => method;

    public ParameterInfo TriggerParameter => triggerParameter;

    public TriggerBindingAttribute Trigger => trigger;

    public IConfiguration Configuration => configuration;

    /// <summary>
    /// Finds a source for each parameter: what every function may have, else what <paramref name="ofTrigger"/> offers.
    /// </summary>
    /// <exception cref="LocalRuntimeException">LR107: a parameter has no source.</exception>
    public FunctionMethod Bind(string triggerType, string supported, Func<ParameterInfo, ParameterSource?> ofTrigger)
    {
        var bindings = new List<BindingMetadata>();
        var sources = new List<ParameterSource>();
        foreach (var parameter in method.GetParameters())
        {
            if (IsTrigger(parameter))
            {
                bindings.Add(new LocalBindingMetadata(parameter.Name!, triggerType));
            }
            else if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
            {
                bindings.Add(new LocalBindingMetadata(parameter.Name!, DurableClientBinding));
            }

            sources.Add((IsTrigger(parameter) ? null : Common(parameter)) ?? ofTrigger(parameter) ?? throw Unsupported(parameter, supported));
        }

        return new FunctionMethod(method, new LocalFunctionDefinition(name, method, bindings), sources);
    }

    public LocalRuntimeException Problem(string code, string message) =>
        new(code, $"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name}): {message}");

    /// <summary>By place: reflection may give another object for the same parameter when two hosts look at a method at once.</summary>
    public bool IsTrigger(ParameterInfo parameter) => parameter.Position == triggerParameter.Position;

    private static ParameterSource? Common(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return (context, _) => ValueTask.FromResult<object?>(context);
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return (context, _) => ValueTask.FromResult<object?>(context.CancellationToken);
        }

        return parameter.GetCustomAttribute<DurableClientAttribute>() is not null && parameter.ParameterType == typeof(DurableTaskClient)
            ? (context, _) => ValueTask.FromResult<object?>(context.InstanceServices.GetRequiredService<DurableTaskClient>())
            : null;
    }

    private LocalRuntimeException Unsupported(ParameterInfo parameter, string supported) => Problem(
        "LR107",
        $"parameter '{parameter.Name}' of type {parameter.ParameterType} cannot be bound. Use {supported}, FunctionContext, "
        + "CancellationToken or [DurableClient] DurableTaskClient, or take a service through the constructor.");
}
