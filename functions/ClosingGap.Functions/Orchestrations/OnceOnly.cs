using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>Starts an orchestration under an id that is never used twice.</summary>
internal static class OnceOnly
{
    /// <summary>Starts it; nothing happens when it was started already, however it ended.</summary>
    public static async Task StartOnceAsync(this DurableTaskClient client, TaskName name, object input, string id, CancellationToken cancellationToken)
    {
        // Left to itself an engine may make an instance anew, and end a running one for that: every status that can be is refused.
        var options = new StartOrchestrationOptions(id).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending,
            OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Suspended,
            OrchestrationRuntimeStatus.Completed,
            OrchestrationRuntimeStatus.Failed,
            OrchestrationRuntimeStatus.Terminated);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, options, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody started it already, which is what was asked for.
        }
    }
}
