namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>What an episode starts from: the instance, its history, and the messages that are due.</summary>
internal sealed record EpisodeInput(InstanceRow Instance, IReadOnlyList<HistoryRecord> History, IReadOnlyList<HistoryRecord> Messages)
{
    /// <summary>Messages for an earlier execution, to be removed.</summary>
    public required IReadOnlyList<long> StaleMessages { get; init; }
}
