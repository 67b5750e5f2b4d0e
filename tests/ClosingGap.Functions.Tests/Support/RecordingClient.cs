using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Tests.Support;

/// <summary>A client that keeps what it was asked to start.</summary>
internal sealed class RecordingClient() : DurableTaskClient("recording")
{
    public List<(string Name, object? Input, StartOrchestrationOptions? Options)> Started { get; } = [];

    /// <summary>True: every id is taken already.</summary>
    public bool IsTaken { get; init; }

    /// <summary>The status of every instance; null: there is none.</summary>
    public OrchestrationRuntimeStatus? Status { get; init; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (IsTaken)
        {
            throw new OrchestrationAlreadyExistsException("taken");
        }

        Started.Add((orchestratorName.ToString(), input, options));
        return Task.FromResult(options?.InstanceId ?? "");
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Status is { } status ? new OrchestrationMetadata("any", instanceId) { RuntimeStatus = status } : null);

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
