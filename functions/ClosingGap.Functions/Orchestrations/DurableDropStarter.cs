using ClosingGap.Pipeline.Drops;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>Starts the orchestration of an attempt under an id of its own, so that no attempt is ever started twice.</summary>
public sealed class DurableDropStarter(DurableTaskClient client) : IDropStarter
{
    /// <inheritdoc/>
    public async Task StartAsync(string dropId, int attempt, CancellationToken cancellationToken)
    {
        // Left to itself an engine may make an instance anew, and end a running one for that: every status that can be is refused.
        var options = new StartOrchestrationOptions(DropIds.Instance(dropId, attempt)).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending,
            OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Suspended,
            OrchestrationRuntimeStatus.Completed,
            OrchestrationRuntimeStatus.Failed,
            OrchestrationRuntimeStatus.Terminated);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(DropOrchestration), new DropRun(dropId, attempt), options, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody started this attempt already, which is what was asked for.
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsAliveAsync(string dropId, int attempt, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(DropIds.Instance(dropId, attempt), cancellationToken);
        return instance?.RuntimeStatus
            is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;
    }
}
