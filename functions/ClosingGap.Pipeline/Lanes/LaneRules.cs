using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Lanes;

/// <summary>Whose turn it is. Pure: a lane in, a lane out.</summary>
public static class LaneRules
{
    /// <summary>An attempt of a drop asks for the lane.</summary>
    public static LaneStep Enter(Lane lane, LaneEntry entry, int attempt)
    {
        if (lane.Holder is { } holder && Lane.Same(holder.Entry, entry.DropId))
        {
            return holder.Attempt == attempt ? new LaneStep(lane, LaneOutcome.Granted, holder.Epoch, [], null)
                : holder.Attempt > attempt ? new LaneStep(lane, LaneOutcome.Stale, 0, [], null)
                : Grant(lane, entry, attempt, []);
        }

        if (lane.Source(entry.Source).LastApplied is { } applied && applied.Supersedes(entry) && applied.IsAfter(entry))
        {
            return Free(Supersede(lane, entry), LaneOutcome.Superseded, [entry.DropId]);
        }

        var queued = lane.Enqueue(entry);
        if (queued.Holder is not null)
        {
            return new LaneStep(queued, LaneOutcome.Waiting, 0, [], null);
        }

        var (next, superseded, cleared) = Next(queued);
        if (next is not null && Lane.Same(next, entry.DropId))
        {
            return Grant(cleared, entry, attempt, superseded);
        }

        var outcome = superseded.Contains(entry.DropId, StringComparer.Ordinal) ? LaneOutcome.Superseded : LaneOutcome.Waiting;
        return new LaneStep(cleared, outcome, 0, superseded, next?.DropId);
    }

    /// <summary>An attempt gives the lane back, and the lane remembers how it ended.</summary>
    public static LaneStep Leave(Lane lane, string dropId, int attempt, DropState end)
    {
        if (lane.Holder is not { } holder || !Lane.Same(holder.Entry, dropId) || holder.Attempt != attempt)
        {
            // This may be the second time, after the drop was released and waits again: only one that has ended leaves the queue.
            return Free(end.IsFinal() ? lane.Dequeue(dropId) : lane, LaneOutcome.Stale, []);
        }

        var entry = holder.Entry;
        var memory = Remember(lane.Source(entry.Source), entry, end);
        return Free(lane.With(entry.Source, memory) with { Holder = null }, LaneOutcome.Granted, []);
    }

    /// <summary>A held drop was discarded: what stands on it has no base.</summary>
    public static LaneStep Discard(Lane lane, string source, string dropId)
    {
        var memory = lane.Source(source);
        var held = memory.Held is { } entry && Lane.Same(entry, dropId);
        var without = memory.Without(dropId) with { Held = held ? null : memory.Held };
        return Free(lane.Dequeue(dropId).With(source, without), LaneOutcome.Granted, []);
    }

    /// <summary>Finds whose turn it is in a lane that may be free.</summary>
    public static LaneStep Free(Lane lane, LaneOutcome outcome, IReadOnlyList<string> superseded)
    {
        if (lane.Holder is not null)
        {
            return new LaneStep(lane, outcome, 0, superseded, null);
        }

        var (next, more, cleared) = Next(lane);
        return new LaneStep(cleared, outcome, 0, [.. superseded, .. more], next?.DropId);
    }

    private static LaneStep Grant(Lane lane, LaneEntry entry, int attempt, IReadOnlyList<string> superseded)
    {
        var epoch = lane.Epoch + 1;
        var granted = lane.Dequeue(entry.DropId) with { Epoch = epoch, Holder = new LaneHolder(entry, attempt, epoch) };
        return new LaneStep(granted, LaneOutcome.Granted, epoch, superseded, null);
    }

    /// <summary>One that was held, released and made needless while it waited holds nobody back any more.</summary>
    private static Lane Supersede(Lane lane, LaneEntry entry)
    {
        var memory = lane.Source(entry.Source);
        var without = lane.Dequeue(entry.DropId);
        return memory.Held is { } held && Lane.Same(held, entry.DropId) ? without.With(entry.Source, memory with { Held = null }) : without;
    }

    private static LaneSource Remember(LaneSource memory, LaneEntry entry, DropState end) => end switch
    {
        DropState.Published => memory with
        {
            Held = memory.Held is { } held && Lane.Same(held, entry.DropId) ? null : memory.Held,
            BaseMissing = false,
            MissingDrop = null,
            LastApplied = memory.LastApplied is { } last && last.IsAfter(entry) ? last : entry,
            CompleteDrops = memory.CompleteDrops + (IsComplete(entry) ? 1 : 0),
            AlwaysTables = !IsComplete(entry) ? memory.AlwaysTables
                : memory.AlwaysTables is { } always ? [.. always.Intersect(entry.Tables, StringComparer.Ordinal)]
                : entry.Tables,
        },
        DropState.Held => memory with { Held = entry },
        _ => memory.Without(entry.DropId) with { Held = memory.Held is { } held && Lane.Same(held, entry.DropId) ? null : memory.Held },
    };

    /// <summary>A package without any file says that nothing changed, and one with changes does not say what a whole export holds.</summary>
    private static bool IsComplete(LaneEntry entry) => entry.AllBulk && entry.Tables.Count > 0;

    private static (LaneEntry? Next, IReadOnlyList<string> Superseded, Lane Cleared) Next(Lane lane)
    {
        var superseded = new List<string>();
        foreach (var entry in lane.Queue)
        {
            if (lane.Queue.Any(later => later.IsAfter(entry) && later.Supersedes(entry)))
            {
                superseded.Add(entry.DropId);
                lane = Supersede(lane, entry);
                continue;
            }

            var memory = lane.Source(entry.Source);
            if (memory.Held is not { } held || Lane.Same(held, entry.DropId))
            {
                return (entry, superseded, lane);
            }

            if (entry.IsAfter(held) && entry.Supersedes(held))
            {
                superseded.Add(held.DropId);
                return (entry, superseded, lane.With(entry.Source, memory with { Held = null }));
            }
        }

        return (null, superseded, lane);
    }
}
