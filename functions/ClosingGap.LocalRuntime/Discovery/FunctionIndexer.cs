using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ClosingGap.LocalRuntime.Blobs;
using ClosingGap.LocalRuntime.Http;
using ClosingGap.LocalRuntime.Orchestration;
using ClosingGap.LocalRuntime.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>Finds the functions in an app's classes, and refuses what would not run, all problems at once.</summary>
internal static partial class FunctionIndexer
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly TriggerKind[] Kinds =
        [new HttpTriggerKind(), new TimerTriggerKind(), new BlobTriggerKind(), new OrchestrationTriggerKind(), new ActivityTriggerKind()];

    /// <exception cref="LocalRuntimeException">The first problem's code; the message has one line for each problem.</exception>
    public static FunctionIndex Index(IEnumerable<Type> types, IConfiguration configuration)
    {
        var problems = new List<LocalRuntimeException>();
        var functions = new List<LocalFunction>();
        var names = new Dictionary<string, MethodInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in types)
        {
            foreach (var method in type.GetMethods(Declared))
            {
                if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
                {
                    continue;
                }

                try
                {
                    var candidate = Check(function.Name, method, names, configuration);
                    functions.Add(Kinds.First(kind => kind.Handles(candidate.Trigger)).Create(candidate));
                }
                catch (LocalRuntimeException problem)
                {
                    problems.Add(problem);
                }
            }
        }

        problems.AddRange(RouteCollisions.Find(functions.OfType<HttpFunction>()));
        return problems.Count == 0
            ? new FunctionIndex(functions)
            : throw new LocalRuntimeException(problems[0].Code, string.Join(Environment.NewLine, problems.Select(problem => problem.Message)));
    }

    private static FunctionCandidate Check(string name, MethodInfo method, Dictionary<string, MethodInfo> names, IConfiguration configuration)
    {
        var where = $"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name})";
        if (!NameForm().IsMatch(name))
        {
            throw new LocalRuntimeException("LR101", $"{where}: the name must begin with a letter and hold up to 128 letters, digits, '-' and '_'.");
        }

        if (!names.TryAdd(name, method))
        {
            var other = names[name];
            throw new LocalRuntimeException(
                "LR102", $"{where}: {other.DeclaringType!.FullName}.{other.Name} has the same name. Names differ by more than case; rename one.");
        }

        var isStaticClass = method.DeclaringType is { IsAbstract: true, IsSealed: true };
        if (!method.IsPublic || !method.DeclaringType.IsVisible || method.ContainsGenericParameters
            || (method.DeclaringType.IsAbstract && !isStaticClass))
        {
            throw new LocalRuntimeException("LR103", $"{where}: must be a public, non-generic method of a public, non-abstract class.");
        }

        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
        {
            throw new LocalRuntimeException("LR104", $"{where}: is async void, so nobody could wait for it. Return Task.");
        }

        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>().Select(trigger => (parameter, trigger)))
            .ToArray();
        if (triggers.Length != 1)
        {
            throw new LocalRuntimeException("LR105", $"{where}: has {triggers.Length} trigger parameters; give it exactly one.");
        }

        return Array.Exists(Kinds, kind => kind.Handles(triggers[0].trigger))
            ? new FunctionCandidate(name, method, triggers[0].parameter, triggers[0].trigger, configuration)
            : throw new LocalRuntimeException("LR106", $"{where}: the trigger {triggers[0].trigger.GetType().Name} does not run here.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
