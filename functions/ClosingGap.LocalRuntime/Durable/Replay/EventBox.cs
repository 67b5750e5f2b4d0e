using ClosingGap.LocalRuntime.Durable.Store;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>External events: those that came before anyone waited, and those who wait. Names ignore case; first come, first served.</summary>
internal sealed class EventBox
{
    private readonly List<HistoryRecord> buffered = [];
    private readonly List<(string Name, OpenTask Task)> waiting = [];

    /// <summary>Events nobody has taken, oldest first.</summary>
    public IReadOnlyList<HistoryRecord> Buffered => buffered;

    public int WaitingCount => waiting.Count;

    public void Deliver(HistoryRecord record)
    {
        var index = waiting.FindIndex(w => SameName(w.Name, record.Name));
        if (index < 0)
        {
            buffered.Add(record);
            return;
        }

        var task = waiting[index].Task;
        waiting.RemoveAt(index);
        task.Complete(record.Payload);
    }

    public void Wait(string name, OpenTask task)
    {
        var index = buffered.FindIndex(e => SameName(e.Name, name));
        if (index < 0)
        {
            waiting.Add((name, task));
            return;
        }

        var payload = buffered[index].Payload;
        buffered.RemoveAt(index);
        task.Complete(payload);
    }

    /// <summary>False when the task no longer waits.</summary>
    public bool StopWaiting(OpenTask task) => waiting.RemoveAll(w => ReferenceEquals(w.Task, task)) > 0;

    private static bool SameName(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
