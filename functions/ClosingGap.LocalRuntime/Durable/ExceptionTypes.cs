using System.Collections.Concurrent;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Finds exception types by full name among the loaded assemblies.</summary>
internal static class ExceptionTypes
{
    private static readonly ConcurrentDictionary<string, Type> Known = new(StringComparer.Ordinal);

    public static Type? Find(string fullName)
    {
        if (Known.TryGetValue(fullName, out var known))
        {
            return known;
        }

        // Misses are not remembered: the assembly may be loaded later.
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.GetType(fullName, throwOnError: false) is { } type && typeof(Exception).IsAssignableFrom(type))
            {
                return Known.GetOrAdd(fullName, type);
            }
        }

        return null;
    }
}
