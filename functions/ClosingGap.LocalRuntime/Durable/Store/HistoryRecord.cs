using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>One fact in the life of an instance; also the form in which facts wait in its inbox.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, UTC.</param>
internal sealed record HistoryRecord(HistoryKind Kind, DateTime At)
{
    /// <summary>The number of the call this belongs to; -1 for none.</summary>
    public int TaskId { get; init; } = -1;

    /// <summary>The activity's, orchestrator's or event's name.</summary>
    public string? Name { get; init; }

    /// <summary>Serialized input, result or event.</summary>
    public string? Payload { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The inbox message it came by; 0 for none.</summary>
    public long MessageId { get; init; }
}
