using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Changes of one instance that several operations share; all run inside the caller's transaction.</summary>
internal static class InstanceChanges
{
    public static long Create(SqlSession session, StoreEffects effects, NewInstance instance, DateTime now)
    {
        var key = session.Scalar(
            "INSERT INTO instances(instance_id, name, version, status, execution, created_at, updated_at, input, "
            + "parent_key, parent_execution, parent_task_id, parent_id, parent_name) "
            + "VALUES($1, $2, $3, 6, 1, $4, $4, $5, $6, $7, $8, $9, $10) RETURNING instance_key",
            instance.Id,
            instance.Name,
            instance.Version,
            instance.CreatedAt.Ticks,
            instance.Input,
            instance.Parent?.Key,
            instance.Parent?.Execution,
            instance.Parent?.TaskId,
            instance.Parent?.Instance.InstanceId,
            instance.Parent?.Instance.Name.Name)!.Value;
        var start = new HistoryRecord(HistoryKind.ExecutionStarted, now) { Name = instance.Name, Payload = instance.Input };
        Inbox.Add(session, effects, key, 1, start, now, instance.StartAt);
        effects.Changed.Add(instance.Id);
        return key;
    }

    /// <summary>Tells the parent, if it is still there and still in the execution that called.</summary>
    public static void NotifyParent(
        SqlSession session, StoreEffects effects, InstanceRow child, string? output, TaskFailureDetails? failure, DateTime now)
    {
        if (child.Parent is not { } link
            || InstanceRow.Find(session, link.Key) is not { IsFinal: false } parent
            || parent.Execution != link.Execution)
        {
            return;
        }

        var kind = failure is null ? HistoryKind.ChildCompleted : HistoryKind.ChildFailed;
        var message = new HistoryRecord(kind, now) { TaskId = link.TaskId, Name = child.Name, Payload = output, Failure = failure };
        Inbox.Add(session, effects, link.Key, link.Execution, message, now);
    }

    /// <summary>Ends an unfinished instance from outside; calls not yet begun are not made.</summary>
    public static void Terminate(SqlSession session, StoreEffects effects, InstanceRow instance, string? output, bool recursive, DateTime now)
    {
        session.Execute(
            "UPDATE instances SET status = 5, output = $2, updated_at = $3 WHERE instance_key = $1", instance.Key, output, now.Ticks);
        session.Execute("DELETE FROM inbox WHERE instance_key = $1", instance.Key);
        session.Execute("DELETE FROM activities WHERE instance_key = $1", instance.Key);
        effects.Changed.Add(instance.Id);
        var failure = FailureFactory.Coded(
            DurableErrorCodes.Terminated, $"The sub-orchestration '{instance.Name}' was terminated.");
        NotifyParent(session, effects, instance, null, failure, now);
        if (recursive)
        {
            foreach (var child in Children(session, instance.Key).Where(child => !child.IsFinal))
            {
                Terminate(session, effects, child, output, recursive: true, now);
            }
        }
    }

    /// <summary>Deletes every trace of an instance. Returns how many instances went.</summary>
    public static int Delete(SqlSession session, StoreEffects effects, InstanceRow instance, bool recursive)
    {
        var deleted = 0;
        if (recursive)
        {
            foreach (var child in Children(session, instance.Key).Where(child => child.IsFinal))
            {
                deleted += Delete(session, effects, child, recursive: true);
            }
        }

        session.Execute("DELETE FROM history WHERE instance_key = $1", instance.Key);
        session.Execute("DELETE FROM inbox WHERE instance_key = $1", instance.Key);
        session.Execute("DELETE FROM activities WHERE instance_key = $1", instance.Key);
        deleted += session.Execute("DELETE FROM instances WHERE instance_key = $1", instance.Key);
        effects.Changed.Add(instance.Id);
        return deleted;
    }

    private static List<InstanceRow> Children(SqlSession session, long key) =>
        session.Query($"SELECT {InstanceRow.Columns} FROM instances WHERE parent_key = $1", InstanceRow.Read, key);
}
