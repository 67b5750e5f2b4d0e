using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>An instance without its payloads.</summary>
internal sealed record InstanceRow(
    long Key, string Id, string Name, string Version, OrchestrationRuntimeStatus Status, int Execution, ParentLink? Parent)
{
    public const string Columns =
        "instance_key, instance_id, name, version, status, execution, parent_key, parent_execution, parent_task_id, parent_id, parent_name";

    /// <summary>Statuses in which nothing more happens, as an SQL list.</summary>
    public const string FinalStatuses = "(1, 3, 4, 5)";

    public bool IsFinal => IsFinalStatus(Status);

    public static bool IsFinalStatus(OrchestrationRuntimeStatus status) => status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Canceled or OrchestrationRuntimeStatus.Terminated;

    public static InstanceRow Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        (OrchestrationRuntimeStatus)row.GetInt32(4),
        row.GetInt32(5),
        row.IsDBNull(6)
            ? null
            : new ParentLink(
                row.GetInt64(6), row.GetInt32(7), row.GetInt32(8), new ParentOrchestrationInstance(row.GetString(10), row.GetString(9))));

    public static InstanceRow? Find(SqlSession session, string instanceId) =>
        session.Query($"SELECT {Columns} FROM instances WHERE instance_id = $1", Read, instanceId).FirstOrDefault();

    public static InstanceRow? Find(SqlSession session, long key) =>
        session.Query($"SELECT {Columns} FROM instances WHERE instance_key = $1", Read, key).FirstOrDefault();
}
