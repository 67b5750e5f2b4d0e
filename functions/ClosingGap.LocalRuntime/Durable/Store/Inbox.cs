using Microsoft.Data.Sqlite;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Facts on their way into a history.</summary>
internal static class Inbox
{
    /// <summary>Messages for any execution of the instance.</summary>
    public const int AnyExecution = 0;

    /// <summary>Adds a message. One that has an id keeps it, and with it its place in the order.</summary>
    public static void Add(SqlSession session, StoreEffects effects, long key, int execution, HistoryRecord message, DateTime now, DateTime? dueAt = null)
    {
        var waits = dueAt > now;
        session.Execute(
            "INSERT INTO inbox(message_id, instance_key, execution, due_at, kind, at, task_id, name, payload, failure) "
            + "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            message.MessageId == 0 ? null : message.MessageId,
            key,
            execution,
            waits ? dueAt!.Value.Ticks : 0L,
            (int)message.Kind,
            message.At.Ticks,
            message.TaskId,
            message.Name,
            message.Payload,
            StoredFailure.Write(message.Failure));
        if (waits)
        {
            effects.TimersAdded = true;
        }
        else
        {
            effects.Ready.Add(key);
        }
    }

    /// <summary>The start comes first, then what happened first.</summary>
    public static List<(int Execution, HistoryRecord Message)> Due(SqlSession session, long key, DateTime now) => session.Query(
        "SELECT message_id, execution, kind, at, task_id, name, payload, failure FROM inbox WHERE instance_key = $1 AND due_at <= $2 "
        + "ORDER BY kind <> 1, at, message_id",
        static row => (row.GetInt32(1), Read(row)),
        key,
        now.Ticks);

    /// <summary>Keys of unsuspended instances with messages that are due.</summary>
    public static List<long> DueInstances(SqlSession session, DateTime now, bool timersOnly) => session.Query(
        "SELECT DISTINCT m.instance_key FROM inbox m JOIN instances i ON i.instance_key = m.instance_key "
        + "WHERE m.due_at BETWEEN $1 AND $2 AND i.status <> 7",
        static row => row.GetInt64(0),
        timersOnly ? 1L : 0L,
        now.Ticks);

    /// <summary>When the next message becomes due after the given time; null: none will.</summary>
    public static DateTime? NextDue(SqlSession session, DateTime now) =>
        session.Scalar("SELECT MIN(due_at) FROM inbox WHERE due_at > $1", now.Ticks) is { } ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;

    private static HistoryRecord Read(SqliteDataReader row) => new((HistoryKind)row.GetInt32(2), new DateTime(row.GetInt64(3), DateTimeKind.Utc))
    {
        MessageId = row.GetInt64(0),
        TaskId = row.GetInt32(4),
        Name = row.Text(5),
        Payload = row.Text(6),
        Failure = StoredFailure.Read(row.Text(7)),
    };
}
