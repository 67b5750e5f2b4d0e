using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>Starts rollups and releases under their own ids, so that none is ever started twice.</summary>
public sealed class DurableRollupStarter(DurableTaskClient client) : IRollupStarter
{
    /// <inheritdoc/>
    public Task StartRollupAsync(RollupId id, CancellationToken cancellationToken) =>
        client.StartOnceAsync(nameof(RollupOrchestration), new RollupRun(id.ToString()), id.ToString(), cancellationToken);

    /// <inheritdoc/>
    public Task StartReleaseAsync(string state, int number, CancellationToken cancellationToken) =>
        client.StartOnceAsync(nameof(ReleaseOrchestration), new ReleaseRun(state, number), StateRelease.IdOf(state, number), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> HasRollupEndedAsync(RollupId id, CancellationToken cancellationToken) => HasEndedAsync(id.ToString(), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> HasReleaseEndedAsync(string state, int number, CancellationToken cancellationToken) =>
        HasEndedAsync(StateRelease.IdOf(state, number), cancellationToken);

    private async Task<bool> HasEndedAsync(string id, CancellationToken cancellationToken) =>
        (await client.GetInstanceAsync(id, cancellationToken))?.RuntimeStatus
            is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
