using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Loads what an episode needs and commits what it did.</summary>
internal sealed class EpisodeStore(DurableDatabase database)
{
    /// <summary>Null when there is nothing to do: no such instance, finished, suspended, or nothing due.</summary>
    public EpisodeInput? Load(long key, DateTime now) => database.Read(session =>
    {
        if (InstanceRow.Find(session, key) is not { IsFinal: false } instance || instance.Status == OrchestrationRuntimeStatus.Suspended)
        {
            return null;
        }

        var due = Inbox.Due(session, key, now);
        if (due.Count == 0)
        {
            return null;
        }

        var current = due.Where(m => m.Execution == instance.Execution || m.Execution == Inbox.AnyExecution).Select(m => m.Message).ToList();
        return new EpisodeInput(instance, ReadHistory(session, key), current)
        {
            StaleMessages = [.. due.Where(m => m.Execution != instance.Execution && m.Execution != Inbox.AnyExecution).Select(m => m.Message.MessageId)],
        };
    });

    /// <summary>False when the instance was ended or replaced meanwhile; then nothing is changed.</summary>
    public bool Commit(EpisodeInput input, EpisodeOutcome outcome) => database.Write((session, effects) =>
    {
        var instance = input.Instance;
        if (!UpdateInstance(session, instance, outcome))
        {
            return false;
        }

        effects.Changed.Add(instance.Id);
        foreach (var id in outcome.ConsumedMessages)
        {
            session.Execute("DELETE FROM inbox WHERE message_id = $1", id);
        }

        if (outcome.Next is { } next)
        {
            StartOver(session, effects, instance, next, outcome.At);
        }
        else
        {
            AppendHistory(session, instance.Key, input.History.Count, outcome.NewHistory);
        }

        EpisodeActions.Apply(session, effects, instance, outcome);
        if (InstanceRow.IsFinalStatus(outcome.Status))
        {
            session.Execute("DELETE FROM inbox WHERE instance_key = $1", instance.Key);
            InstanceChanges.NotifyParent(session, effects, instance, outcome.Output, outcome.Failure, outcome.At);
        }

        return true;
    });

    private static bool UpdateInstance(SqlSession session, InstanceRow instance, EpisodeOutcome outcome) => session.Execute(
        "UPDATE instances SET status = CASE WHEN status = 7 AND $3 = 0 THEN 7 ELSE $3 END, updated_at = $4, output = $5, "
        + "custom_status = CASE WHEN $11 = 1 THEN $6 ELSE custom_status END, "
        + "failure = $7, execution = execution + $8, input = CASE WHEN $8 = 1 THEN $9 ELSE input END, version = COALESCE($10, version) "
        + $"WHERE instance_key = $1 AND execution = $2 AND status NOT IN {InstanceRow.FinalStatuses}",
        instance.Key,
        instance.Execution,
        (int)outcome.Status,
        outcome.At.Ticks,
        outcome.Output,
        outcome.CustomStatus,
        StoredFailure.Write(outcome.Failure),
        outcome.Next is null ? 0 : 1,
        outcome.Next?.Input,
        outcome.Next?.Version,
        outcome.CustomStatusSet ? 1 : 0) == 1;

    private static void StartOver(SqlSession session, StoreEffects effects, InstanceRow instance, NextExecution next, DateTime now)
    {
        session.Execute("DELETE FROM history WHERE instance_key = $1", instance.Key);
        session.Execute("DELETE FROM inbox WHERE instance_key = $1 AND execution = $2", instance.Key, instance.Execution);
        var start = new HistoryRecord(HistoryKind.ExecutionStarted, now) { Name = instance.Name, Payload = next.Input };
        Inbox.Add(session, effects, instance.Key, instance.Execution + 1, start, now);
        foreach (var carried in next.Events)
        {
            Inbox.Add(session, effects, instance.Key, Inbox.AnyExecution, carried, now);
        }
    }

    private static void AppendHistory(SqlSession session, long key, int firstSequence, IReadOnlyList<HistoryRecord> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            session.Execute(
                "INSERT INTO history(instance_key, seq, kind, at, task_id, name, payload, failure, message_id) "
                + "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                key,
                firstSequence + i,
                (int)record.Kind,
                record.At.Ticks,
                record.TaskId,
                record.Name,
                record.Payload,
                StoredFailure.Write(record.Failure),
                record.MessageId);
        }
    }

    private static List<HistoryRecord> ReadHistory(SqlSession session, long key) => session.Query(
        "SELECT kind, at, task_id, name, payload, failure, message_id FROM history WHERE instance_key = $1 ORDER BY seq",
        static row => new HistoryRecord((HistoryKind)row.GetInt32(0), new DateTime(row.GetInt64(1), DateTimeKind.Utc))
        {
            TaskId = row.GetInt32(2),
            Name = row.Text(3),
            Payload = row.Text(4),
            Failure = StoredFailure.Read(row.Text(5)),
            MessageId = row.GetInt64(6),
        },
        key);
}
