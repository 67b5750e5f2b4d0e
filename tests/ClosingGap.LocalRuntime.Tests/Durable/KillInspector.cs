using Microsoft.Data.Sqlite;

namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>Looks into the database that a dead process left behind.</summary>
internal static class KillInspector
{
    // Of each call in a history there is exactly one: the queued call, its result on the way, or its result in the history.
    private const string ActivitiesOutOfBalance = """
        SELECT COUNT(*) FROM history h JOIN instances i USING(instance_key)
        WHERE h.kind = 2 AND i.status NOT IN (1, 3, 4, 5) AND 1 <>
          (SELECT COUNT(*) FROM activities a WHERE a.instance_key = h.instance_key AND a.execution = i.execution AND a.task_id = h.task_id)
        + (SELECT COUNT(*) FROM inbox m WHERE m.instance_key = h.instance_key AND m.execution = i.execution AND m.task_id = h.task_id AND m.kind IN (3, 4))
        + (SELECT COUNT(*) FROM history d WHERE d.instance_key = h.instance_key AND d.task_id = h.task_id AND d.kind IN (3, 4))
        """;

    private const string TimersOutOfBalance = """
        SELECT COUNT(*) FROM history h JOIN instances i USING(instance_key)
        WHERE h.kind = 5 AND i.status NOT IN (1, 3, 4, 5) AND 1 <>
          (SELECT COUNT(*) FROM inbox m WHERE m.instance_key = h.instance_key AND m.execution = i.execution AND m.task_id = h.task_id AND m.kind = 6)
        + (SELECT COUNT(*) FROM history d WHERE d.instance_key = h.instance_key AND d.task_id = h.task_id AND d.kind = 6)
        """;

    private const string ChildrenOutOfBalance = """
        SELECT COUNT(*) FROM history h JOIN instances i USING(instance_key)
        WHERE h.kind = 7 AND i.status NOT IN (1, 3, 4, 5) AND 1 <>
          (SELECT COUNT(*) FROM instances c WHERE c.parent_key = h.instance_key AND c.parent_task_id = h.task_id AND c.status NOT IN (1, 3, 4, 5))
        + (SELECT COUNT(*) FROM inbox m WHERE m.instance_key = h.instance_key AND m.execution = i.execution AND m.task_id = h.task_id AND m.kind IN (8, 9))
        + (SELECT COUNT(*) FROM history d WHERE d.instance_key = h.instance_key AND d.task_id = h.task_id AND d.kind IN (8, 9))
        """;

    private const string Duplicates =
        "SELECT COUNT(*) FROM (SELECT 1 FROM history WHERE kind IN (3, 4, 6, 8, 9) GROUP BY instance_key, task_id HAVING COUNT(*) > 1)";

    public static void AssertConsistent(string directory, string when)
    {
        var path = Path.Combine(directory, "durable.db");
        if (!File.Exists(path))
        {
            return;
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Assert.Equal("ok", Read(connection, "PRAGMA integrity_check"));
        if (Read(connection, "PRAGMA user_version") is 0L)
        {
            return;
        }

        Assert.True(Read(connection, ActivitiesOutOfBalance) is 0L, $"an activity call was lost or recorded twice {when}");
        Assert.True(Read(connection, TimersOutOfBalance) is 0L, $"a timer was lost or recorded twice {when}");
        Assert.True(Read(connection, ChildrenOutOfBalance) is 0L, $"a sub-orchestration was lost or recorded twice {when}");
        Assert.True(Read(connection, Duplicates) is 0L, $"a result is twice in the history {when}");
    }

    /// <summary>Nothing is left to do: no message, no call.</summary>
    public static void AssertDrained(string directory)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "durable.db")};Pooling=False");
        connection.Open();
        Assert.Equal(0L, Read(connection, "SELECT (SELECT COUNT(*) FROM inbox) + (SELECT COUNT(*) FROM activities)"));
    }

    private static object? Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
