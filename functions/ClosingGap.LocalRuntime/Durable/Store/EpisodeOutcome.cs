using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>All that one episode changes; committed as a whole or not at all.</summary>
internal sealed record EpisodeOutcome(DateTime At, OrchestrationRuntimeStatus Status)
{
    /// <summary>Facts taken from the inbox, and the calls made because of them, in order.</summary>
    public IReadOnlyList<HistoryRecord> NewHistory { get; init; } = [];

    public IReadOnlyList<EpisodeAction> Actions { get; init; } = [];

    /// <summary>Inbox messages that are done with.</summary>
    public IReadOnlyList<long> ConsumedMessages { get; init; } = [];

    /// <summary>Timers nobody waits for any more.</summary>
    public IReadOnlyList<int> CancelledTimers { get; init; } = [];

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    /// <summary>Whether this execution has set the custom status; if not, what an earlier one set stays.</summary>
    public bool CustomStatusSet { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Set when the orchestrator starts over.</summary>
    public NextExecution? Next { get; init; }
}
