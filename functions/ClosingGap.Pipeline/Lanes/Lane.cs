namespace ClosingGap.Pipeline.Lanes;

/// <summary>A district's lane: one drop at a time, in the order in which they were written. The rules are pure; <see cref="LaneStore"/> stores them.</summary>
public sealed record Lane
{
    public LaneHolder? Holder { get; init; }

    /// <summary>The epoch of the newest grant.</summary>
    public long Epoch { get; init; }

    /// <summary>The newest version given out; versions are never given twice.</summary>
    public long LastVersion { get; init; }

    /// <summary>Who waits, in order.</summary>
    public IReadOnlyList<LaneEntry> Queue { get; init; } = [];

    public SortedDictionary<string, LaneSource> Sources { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What is remembered of a source.</summary>
    public LaneSource Source(string name) => Sources.GetValueOrDefault(name) ?? new LaneSource();

    /// <summary>The lane with this memory of a source.</summary>
    public Lane With(string source, LaneSource memory) =>
        this with { Sources = new SortedDictionary<string, LaneSource>(Sources, StringComparer.Ordinal) { [source] = memory } };

    /// <summary>The lane with the drop in its place in the queue.</summary>
    public Lane Enqueue(LaneEntry entry) => this with
    {
        Queue =
        [
            .. Queue.Where(other => !Same(other, entry.DropId)).Append(entry)
                .OrderBy(other => other.LastModified).ThenBy(other => other.ReceivedAt).ThenBy(other => other.DropId, StringComparer.Ordinal),
        ],
    };

    /// <summary>The lane without the drop in its queue.</summary>
    public Lane Dequeue(string dropId) => this with { Queue = [.. Queue.Where(other => !Same(other, dropId))] };

    /// <summary>True when the drop holds the lane in this attempt and epoch.</summary>
    public bool IsHeldBy(string dropId, int attempt, long epoch) =>
        Holder is { } holder && Same(holder.Entry, dropId) && holder.Attempt == attempt && holder.Epoch == epoch;

    internal static bool Same(LaneEntry entry, string dropId) => string.Equals(entry.DropId, dropId, StringComparison.Ordinal);
}
