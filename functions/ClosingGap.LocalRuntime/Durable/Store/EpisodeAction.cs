namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Something an orchestrator asked for.</summary>
/// <param name="Kind">TaskScheduled, TimerCreated, ChildScheduled or EventSent.</param>
/// <param name="TaskId">Its number within the execution.</param>
/// <param name="Name">The activity's, orchestrator's or event's name; null for a timer.</param>
internal sealed record EpisodeAction(HistoryKind Kind, int TaskId, string? Name)
{
    public string? Payload { get; init; }

    /// <summary>When a timer fires.</summary>
    public DateTime FireAt { get; init; }

    /// <summary>The instance an event goes to, or the id of a child.</summary>
    public string? Target { get; init; }

    /// <summary>The version of a child.</summary>
    public string? Version { get; init; }
}
