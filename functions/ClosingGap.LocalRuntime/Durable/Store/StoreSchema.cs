namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>The tables. Times are UTC ticks; payloads are JSON text.</summary>
internal static class StoreSchema
{
    public const int Version = 1;

    /// <summary>
    /// instances: one row an instance id; instance_key is never used twice, so that what belongs to a replaced instance finds nobody.
    /// history: the facts of the current execution, in order. inbox: facts not yet in the history; due_at 0 means now.
    /// activities: calls that have not ended; a row goes in the transaction that puts its result into the inbox.
    /// </summary>
    public const string Script = """
        CREATE TABLE instances(
          instance_key INTEGER PRIMARY KEY AUTOINCREMENT,
          instance_id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          version TEXT NOT NULL,
          status INTEGER NOT NULL,
          execution INTEGER NOT NULL,
          created_at INTEGER NOT NULL,
          updated_at INTEGER NOT NULL,
          input TEXT, output TEXT, custom_status TEXT, failure TEXT,
          parent_key INTEGER, parent_execution INTEGER, parent_task_id INTEGER, parent_id TEXT, parent_name TEXT);
        CREATE INDEX instances_by_parent ON instances(parent_key) WHERE parent_key IS NOT NULL;
        CREATE INDEX instances_by_status ON instances(status, instance_key);
        CREATE TABLE history(
          instance_key INTEGER NOT NULL,
          seq INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          at INTEGER NOT NULL,
          task_id INTEGER NOT NULL,
          name TEXT, payload TEXT, failure TEXT,
          message_id INTEGER NOT NULL,
          PRIMARY KEY(instance_key, seq)) WITHOUT ROWID;
        CREATE TABLE inbox(
          message_id INTEGER PRIMARY KEY AUTOINCREMENT,
          instance_key INTEGER NOT NULL,
          execution INTEGER NOT NULL,
          due_at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          at INTEGER NOT NULL,
          task_id INTEGER NOT NULL,
          name TEXT, payload TEXT, failure TEXT);
        CREATE INDEX inbox_by_instance ON inbox(instance_key);
        CREATE INDEX inbox_by_due ON inbox(due_at);
        CREATE TABLE activities(
          work_id INTEGER PRIMARY KEY AUTOINCREMENT,
          instance_key INTEGER NOT NULL,
          execution INTEGER NOT NULL,
          task_id INTEGER NOT NULL,
          name TEXT NOT NULL,
          input TEXT);
        CREATE INDEX activities_by_instance ON activities(instance_key);
        """;
}
