using ClosingGap.Pipeline.Drops;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>Starts the orchestration of an attempt under an id of its own, so that no attempt is ever started twice.</summary>
public sealed class DurableDropStarter(DurableTaskClient client) : IDropStarter
{
    /// <inheritdoc/>
    public Task StartAsync(string dropId, int attempt, CancellationToken cancellationToken) =>
        client.StartOnceAsync(nameof(DropOrchestration), new DropRun(dropId, attempt), DropIds.Instance(dropId, attempt), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsAliveAsync(string dropId, int attempt, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(DropIds.Instance(dropId, attempt), cancellationToken);
        return instance?.RuntimeStatus
            is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;
    }
}
