using ClosingGap.LocalRuntime.Durable.Store;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>Numbers what the orchestrator asks for, and holds it against the history.</summary>
internal sealed class ActionLedger
{
    private readonly SortedDictionary<int, EpisodeAction> unmatched = [];
    private int nextId;

    /// <summary>What was asked for and is not in the history yet.</summary>
    public IReadOnlyCollection<EpisodeAction> Unmatched => unmatched.Values;

    public EpisodeAction Add(HistoryKind kind, string? name)
    {
        var action = new EpisodeAction(kind, nextId++, name);
        unmatched.Add(action.TaskId, action);
        return action;
    }

    /// <summary>Gives a numbered action its details.</summary>
    public void Describe(EpisodeAction action) => unmatched[action.TaskId] = action;

    /// <exception cref="NonDeterministicException">The code asked for something else, or for nothing.</exception>
    public void Match(HistoryRecord record, int position)
    {
        if (!unmatched.Remove(record.TaskId, out var action))
        {
            throw new NonDeterministicException(position, Text(record.Kind, record.Name, record.TaskId), "did not ask for it");
        }

        if (action.Kind != record.Kind || !string.Equals(action.Name, record.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterministicException(
                position,
                Text(record.Kind, record.Name, record.TaskId),
                "asked for " + Text(action.Kind, action.Name, action.TaskId));
        }
    }

    /// <exception cref="NonDeterministicException">The code asked for something that the history does not hold.</exception>
    public void EnsureAllMatched(int position)
    {
        foreach (var action in unmatched.Values)
        {
            throw new NonDeterministicException(
                position, "no further call", "asked for " + Text(action.Kind, action.Name, action.TaskId));
        }
    }

    private static string Text(HistoryKind kind, string? name, int id) => kind switch
    {
        HistoryKind.TaskScheduled => FormattableString.Invariant($"a call of activity '{name}' (#{id})"),
        HistoryKind.TimerCreated => FormattableString.Invariant($"a timer (#{id})"),
        HistoryKind.ChildScheduled => FormattableString.Invariant($"a call of sub-orchestrator '{name}' (#{id})"),
        HistoryKind.EventSent => FormattableString.Invariant($"a sent event '{name}' (#{id})"),
        _ => FormattableString.Invariant($"{kind} (#{id})"),
    };
}
