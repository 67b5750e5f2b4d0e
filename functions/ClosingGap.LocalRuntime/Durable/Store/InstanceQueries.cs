using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Reads instances for clients; never waits for the writer.</summary>
internal sealed class InstanceQueries(DurableDatabase database, PayloadCodec codec)
{
    private const string Metadata = "instance_key, instance_id, name, status, created_at, updated_at, failure";
    private const string Payloads = ", input, output, custom_status";

    public OrchestrationMetadata? Find(string instanceId, bool withPayloads) => database.Read(session => session.Query(
        $"SELECT {Metadata}{(withPayloads ? Payloads : string.Empty)} FROM instances WHERE instance_id = $1",
        row => Read(row, withPayloads),
        instanceId).FirstOrDefault());

    /// <summary>At most so many instances in order of creation, and the key to go on after; null: that was all.</summary>
    public (IReadOnlyList<OrchestrationMetadata> Instances, long? Next) List(InstanceFilter filter, int count, bool withPayloads)
    {
        var found = database.Read(session => Select(
            session,
            Metadata + (withPayloads ? Payloads : string.Empty),
            filter,
            count + 1,
            row => (Key: row.GetInt64(0), Instance: Read(row, withPayloads))));
        if (found.Count <= count)
        {
            return ([.. found.Select(f => f.Instance)], null);
        }

        return ([.. found.Take(count).Select(f => f.Instance)], found[count - 1].Key);
    }

    public static List<InstanceRow> Rows(SqlSession session, InstanceFilter filter, int count) =>
        Select(session, InstanceRow.Columns, filter, count, InstanceRow.Read);

    private static List<T> Select<T>(SqlSession session, string columns, InstanceFilter filter, int count, Func<SqliteDataReader, T> map)
    {
        // Statuses are numbers of an enum, so they may stand in the text; there are few combinations to prepare.
        var statuses = filter.Statuses is null
            ? string.Empty
            : "AND status IN (" + string.Join(", ", filter.Statuses.Order().Select(s => ((int)s).ToString(CultureInfo.InvariantCulture))) + ") ";
        return session.Query(
            $"SELECT {columns} FROM instances WHERE instance_key > $1 AND created_at BETWEEN $2 AND $3 {statuses}"
            + "AND ($4 = '' OR (instance_id >= $4 AND substr(instance_id, 1, length($4)) = $4)) ORDER BY instance_key LIMIT $5",
            map,
            filter.AfterKey,
            filter.CreatedFrom?.Ticks ?? 0L,
            filter.CreatedTo?.Ticks ?? long.MaxValue,
            filter.Prefix ?? string.Empty,
            count);
    }

    private OrchestrationMetadata Read(SqliteDataReader row, bool withPayloads) => new(row.GetString(2), row.GetString(1))
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(3),
        CreatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero),
        FailureDetails = StoredFailure.Read(row.Text(6)),
        SerializedInput = withPayloads ? row.Text(7) : null,
        SerializedOutput = withPayloads ? row.Text(8) : null,
        SerializedCustomStatus = withPayloads ? row.Text(9) : null,
        DataConverter = withPayloads ? codec.Converter : null,
    };
}
