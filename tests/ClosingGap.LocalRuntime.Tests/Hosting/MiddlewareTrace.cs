using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Hosting;

/// <summary>What middleware saw, by function.</summary>
public sealed class MiddlewareTrace
{
    public ConcurrentDictionary<string, string> Steps { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, string> TriggerTypes { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, object?> RouteName { get; } = new(StringComparer.Ordinal);

    public void Add(string function, IEnumerable<string> steps, FunctionContext context)
    {
        TriggerTypes[function] = context.FunctionDefinition.InputBindings.Values
            .Single(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal)).Type;
        RouteName[function] = context.BindingContext.BindingData.GetValueOrDefault("name");
        Steps[function] = string.Join(", ", steps);
    }
}
