using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>In which statuses an existing instance keeps its id.</summary>
internal static class DedupeRules
{
    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <param name="statuses">Names of statuses, in any case; null: the unfinished ones.</param>
    /// <exception cref="ArgumentException">
    /// A name is unknown, or Terminated is among them without all the unfinished ones: replacing a running instance terminates it first.
    /// </exception>
    public static IReadOnlySet<OrchestrationRuntimeStatus> RefusedIn(IReadOnlyList<string>? statuses)
    {
        if (statuses is null)
        {
            return Unfinished.ToHashSet();
        }

        var refused = statuses.Select(Parse).ToHashSet();
        if (refused.Contains(OrchestrationRuntimeStatus.Terminated) && !refused.IsSupersetOf(Unfinished))
        {
            throw new ArgumentException(
                "Dedupe statuses with Terminated must also hold Pending, Running and Suspended: a running instance would be terminated, and then refused.",
                nameof(statuses));
        }

        return refused;
    }

    private static OrchestrationRuntimeStatus Parse(string name)
    {
        foreach (var status in StartOrchestrationOptionsExtensions.ValidDedupeStatuses)
        {
            if (string.Equals(status.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        var valid = string.Join(", ", StartOrchestrationOptionsExtensions.ValidDedupeStatuses);
        throw new ArgumentException($"'{name}' is not a dedupe status. Use one of {valid}.", nameof(name));
    }
}
