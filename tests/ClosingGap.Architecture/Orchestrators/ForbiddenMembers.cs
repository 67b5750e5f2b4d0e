using Mono.Cecil;

namespace ClosingGap.Architecture.Orchestrators;

/// <summary>What gives another answer, or none, when an orchestrator is replayed.</summary>
internal static class ForbiddenMembers
{
    private static readonly Dictionary<string, string> s_members = new(StringComparer.Ordinal)
    {
        ["System.DateTime.get_Now"] = "clock",
        ["System.DateTime.get_UtcNow"] = "clock",
        ["System.DateTime.get_Today"] = "clock",
        ["System.DateTimeOffset.get_Now"] = "clock",
        ["System.DateTimeOffset.get_UtcNow"] = "clock",
        ["System.Guid.NewGuid"] = "random",
        ["System.Guid.CreateVersion7"] = "random",
        ["System.Threading.Tasks.Task.Run"] = "thread",
        ["System.Threading.Tasks.Task.Delay"] = "thread",
        ["System.Threading.Tasks.Task.Wait"] = "thread",
        ["System.Threading.Tasks.TaskFactory.StartNew"] = "thread",
    };

    private static readonly (string Name, string Rule)[] s_types =
    [
        ("System.TimeProvider", "clock"),
        ("System.Diagnostics.Stopwatch", "clock"),
        ("System.Random", "random"),
        ("System.Security.Cryptography.RandomNumberGenerator", "random"),
        ("System.Threading.Thread", "thread"),
        ("System.Threading.ThreadPool", "thread"),
        ("System.Threading.Timer", "thread"),
        ("System.Threading.Tasks.Parallel", "thread"),
        ("System.Environment", "io"),
        ("System.Console", "io"),
        ("System.IServiceProvider", "services"),
    ];

    private static readonly (string Prefix, string Rule)[] s_namespaces =
    [
        ("System.IO", "io"),
        ("System.Net", "io"),
        ("System.Data", "io"),
        ("Azure", "io"),
        ("Microsoft.Data", "io"),
        ("Microsoft.Extensions.DependencyInjection", "services"),
        ("Microsoft.Extensions.Configuration", "services"),
    ];

    /// <summary>The rule that the use of a member breaks; null when it breaks none.</summary>
    public static string? RuleOf(MemberReference member)
    {
        var type = (member as TypeReference ?? member.DeclaringType)?.GetElementType();
        if (type is null)
        {
            return null;
        }

        if (string.Equals(member.Name, "ConfigureAwait", StringComparison.Ordinal) && type.FullName.StartsWith("System.", StringComparison.Ordinal))
        {
            return "configure-await";
        }

        return s_members.GetValueOrDefault($"{type.FullName}.{member.Name}")
            ?? s_types.FirstOrDefault(one => string.Equals(one.Name, type.FullName, StringComparison.Ordinal)).Rule
            ?? s_namespaces.FirstOrDefault(one => IsWithin(type.Namespace, one.Prefix)).Rule;
    }

    private static bool IsWithin(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || name[prefix.Length] == '.');
}
