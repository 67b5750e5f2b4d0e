namespace Microsoft.DurableTask;

/// <summary>How a new orchestration instance is started.</summary>
/// <param name="InstanceId">1 to 100 printable ASCII characters, not starting with '@', without / \ # ?; null: a random id.</param>
/// <param name="StartAt">The earliest start; null: at once.</param>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
{
    /// <summary>The version stamped on the instance; null: the runtime's default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// Statuses in which an existing instance of this id is left alone and the start is refused. Null: a running one is refused,
    /// a finished one is replaced. Empty: any is replaced.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
