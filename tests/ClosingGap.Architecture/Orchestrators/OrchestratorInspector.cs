using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ClosingGap.Architecture.Orchestrators;

/// <summary>
/// Reads the code of orchestrators, of their state machines and lambdas, and of every method of the same assembly that they call, and
/// reports what an orchestrator must not use.
/// </summary>
internal sealed class OrchestratorInspector(ModuleDefinition module)
{
    private const string Trigger = "Microsoft.Azure.Functions.Worker.OrchestrationTriggerAttribute";
    private const string Context = "Microsoft.DurableTask.TaskOrchestrationContext";

    /// <summary>The orchestrators of the assembly.</summary>
    public IReadOnlyList<MethodDefinition> Orchestrators { get; } =
    [
        .. module.GetTypes().SelectMany(type => type.Methods)
            .Where(method => method.Parameters.Any(parameter => parameter.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == Trigger))),
    ];

    /// <summary>All findings, each once.</summary>
    public IReadOnlyList<Finding> Inspect() => [.. Orchestrators.SelectMany(InspectOne).Distinct()];

    /// <summary>The type arguments with which the orchestrators and what they call use methods of their context.</summary>
    public IEnumerable<TypeReference> ContextTypeArguments() =>
        Orchestrators.SelectMany(Reachable).SelectMany(Operands).OfType<GenericInstanceMethod>()
            .Where(method => method.DeclaringType.FullName == Context)
            .SelectMany(method => method.GenericArguments);

    private static IEnumerable<MemberReference> Operands(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MemberReference>() : [];

    private static IEnumerable<MethodDefinition> StateMachine(MethodDefinition method) =>
        method.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute")
            .Select(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve())
            .SelectMany(type => type.Methods);

    private IEnumerable<Finding> InspectOne(MethodDefinition orchestrator)
    {
        var name = $"{orchestrator.DeclaringType.Name}.{orchestrator.Name}";
        var type = orchestrator.DeclaringType;
        if (!(type.IsAbstract && type.IsSealed) || !orchestrator.IsStatic)
        {
            yield return new Finding(name, "static", "The class of an orchestrator is static: a constructor would run on each replay.");
        }

        foreach (var parameter in orchestrator.Parameters.Where(parameter => parameter.ParameterType.FullName != Context && IsInjected(parameter)))
        {
            yield return new Finding(name, "parameter", parameter.ParameterType.FullName);
        }

        foreach (var method in Reachable(orchestrator))
        {
            foreach (var member in Operands(method))
            {
                if (ForbiddenMembers.RuleOf(member) is { } rule)
                {
                    yield return new Finding(name, rule, $"{member.FullName} in {method.FullName}");
                }
            }
        }
    }

    private static bool IsInjected(ParameterDefinition parameter) =>
        parameter.ParameterType.FullName is "System.Threading.CancellationToken" or "Microsoft.Azure.Functions.Worker.FunctionContext"
        || parameter.ParameterType.Resolve()?.IsInterface == true
        || parameter.CustomAttributes.Any(attribute => attribute.AttributeType.FullName != Trigger && attribute.AttributeType.Namespace == "Microsoft.Azure.Functions.Worker");

    private IEnumerable<MethodDefinition> Reachable(MethodDefinition start)
    {
        var seen = new HashSet<MethodDefinition>();
        var open = new Stack<MethodDefinition>([start]);
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
            {
                continue;
            }

            yield return method;
            foreach (var next in StateMachine(method).Concat(Operands(method).SelectMany(Own)))
            {
                open.Push(next);
            }
        }
    }

    private IEnumerable<MethodDefinition> Own(MemberReference member)
    {
        switch (member)
        {
            case MethodReference method when method.DeclaringType.Scope == module && method.Resolve() is { } resolved:
                return [resolved];
            case FieldReference field when field.DeclaringType.Scope == module && field.DeclaringType.Resolve() is { } type:
                return type.Methods.Where(one => one.IsConstructor && one.IsStatic);
            default:
                return [];
        }
    }
}
