using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Which instances are meant; null: any.</summary>
internal sealed record InstanceFilter
{
    public DateTime? CreatedFrom { get; init; }

    public DateTime? CreatedTo { get; init; }

    public IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses { get; init; }

    /// <summary>What the id begins with, by case.</summary>
    public string? Prefix { get; init; }

    /// <summary>Only instances with a greater key.</summary>
    public long AfterKey { get; init; }
}
