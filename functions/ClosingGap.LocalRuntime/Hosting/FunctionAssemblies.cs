using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;

namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>Says which classes an app's functions are looked for in.</summary>
internal static class FunctionAssemblies
{
    private static readonly object TypesKey = new();

    /// <summary>Takes functions from these classes only; for tests.</summary>
    public static FunctionsApplicationBuilder UseFunctionTypes(this FunctionsApplicationBuilder builder, params Type[] types)
    {
        builder.Properties[TypesKey] = types;
        return builder;
    }

    /// <summary>The classes named by <see cref="UseFunctionTypes"/>, else those of the named or the found assemblies.</summary>
    public static IReadOnlyList<Type> FindTypes(IDictionary<object, object> properties, string? assemblyNames)
    {
        if (properties.TryGetValue(TypesKey, out var types))
        {
            return (Type[])types;
        }

        var assemblies = string.IsNullOrWhiteSpace(assemblyNames) ? FromEntry() : Named(assemblyNames);
        return [.. assemblies.SelectMany(assembly => assembly.GetTypes())];
    }

    private static IEnumerable<Assembly> Named(string names)
    {
        foreach (var name in names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Assembly assembly;
            try
            {
                assembly = Assembly.Load(new AssemblyName(name));
            }
            catch (Exception problem) when (problem is FileNotFoundException or FileLoadException or BadImageFormatException)
            {
                throw new LocalRuntimeException(
                    "LR003", $"Setting LocalRuntime:FunctionAssemblies names '{name}', which cannot be loaded. Reference it, or correct the name.");
            }

            yield return assembly;
        }
    }

    // A function's assembly uses our attributes, so it references this assembly; what does not cannot hold one.
    private static List<Assembly> FromEntry()
    {
        var found = new List<Assembly>();
        if (Assembly.GetEntryAssembly() is not { } entry)
        {
            return found;
        }

        var runtime = typeof(FunctionAssemblies).Assembly.GetName().Name;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Assembly>([entry]);
        while (open.TryPop(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (references.Any(reference => string.Equals(reference.Name, runtime, StringComparison.Ordinal)))
            {
                found.Add(assembly);
            }

            foreach (var reference in references.Where(reference => reference.Name is { } name && !IsFramework(name) && seen.Add(name)))
            {
                try
                {
                    open.Push(Assembly.Load(reference));
                }
                catch (FileNotFoundException)
                {
                    // A reference that was not shipped cannot hold a function of this app.
                }
            }
        }

        return found;
    }

    private static bool IsFramework(string name) =>
        name.StartsWith("System", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || name.StartsWith("Azure.", StringComparison.Ordinal)
        || string.Equals(name, "netstandard", StringComparison.Ordinal);
}
