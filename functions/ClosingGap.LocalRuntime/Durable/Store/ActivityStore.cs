using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>The queue of activity calls. A row stays until its result is committed, so that a call lost with its process is made again.</summary>
internal sealed class ActivityStore(DurableDatabase database)
{
    /// <summary>The next call after the given one; null: none.</summary>
    public ActivityWork? Next(long afterWorkId) => database.Read(session => session.Query(
        "SELECT a.work_id, a.instance_key, a.execution, a.task_id, a.name, a.input, i.instance_id "
        + "FROM activities a JOIN instances i ON i.instance_key = a.instance_key WHERE a.work_id > $1 ORDER BY a.work_id LIMIT 1",
        static row => new ActivityWork(
            row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4), row.Text(5), row.GetString(6)),
        afterWorkId).FirstOrDefault());

    /// <summary>
    /// Removes the call and hands its result to the instance, in one transaction. False when the call was no longer there, or nobody
    /// waits for the result.
    /// </summary>
    public bool Complete(ActivityWork work, string? output, TaskFailureDetails? failure, DateTime now) => database.Write((session, effects) =>
    {
        var waiting = session.Execute("DELETE FROM activities WHERE work_id = $1", work.WorkId) == 1
            && InstanceRow.Find(session, work.InstanceKey) is { IsFinal: false } instance
            && instance.Execution == work.Execution;
        if (!waiting)
        {
            return false;
        }

        var kind = failure is null ? HistoryKind.TaskCompleted : HistoryKind.TaskFailed;
        var message = new HistoryRecord(kind, now) { TaskId = work.TaskId, Name = work.Name, Payload = output, Failure = failure };
        Inbox.Add(session, effects, work.InstanceKey, work.Execution, message, now);
        return true;
    });
}
