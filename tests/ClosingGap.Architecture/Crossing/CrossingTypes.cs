using System.Reflection;
using ClosingGap.Architecture.Orchestrators;
using ClosingGap.Functions;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Architecture.Crossing;

/// <summary>The types that cross the engine: what activities take and give, and what orchestrators take, ask for and give.</summary>
internal static class CrossingTypes
{
    public static IReadOnlyList<Type> All { get; } = [.. Find().Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static IEnumerable<Type> Find()
    {
        var assembly = typeof(ClosingGapApplication).Assembly;
        foreach (var method in assembly.GetTypes().SelectMany(type => type.GetMethods()))
        {
            var trigger = method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(ActivityTriggerAttribute)));
            if (trigger is not null)
            {
                yield return trigger.ParameterType;
            }

            if ((trigger is not null || method.GetParameters().Any(parameter => parameter.IsDefined(typeof(OrchestrationTriggerAttribute))))
                && method.ReturnType.IsGenericType)
            {
                yield return method.ReturnType.GetGenericArguments()[0];
            }
        }

        using var module = Product.Open("Functions");
        foreach (var argument in new OrchestratorInspector(module).ContextTypeArguments())
        {
            yield return Load(argument.FullName, argument.Scope.Name);
        }
    }

    private static Type Load(string name, string scope) => Assembly.Load(Path.GetFileNameWithoutExtension(scope) is "ClosingGap.Functions" ? "ClosingGap.Functions" : scope).GetType(name, throwOnError: true)!;
}
