namespace Microsoft.DurableTask.Client;

/// <summary>Which finished instances are purged.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>After this time the purge stops and says that it is not complete; null: never.</summary>
    public TimeSpan? Timeout { get; init; }
}
