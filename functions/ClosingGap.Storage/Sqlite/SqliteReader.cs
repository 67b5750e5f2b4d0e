using System.Text;
using ClosingGap.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Storage.Sqlite;

/// <summary>One connection that reads, with its prepared statements. Used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _get;
    private readonly SqliteCommand _list;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _end;

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        _get = WriteStatements.Prepare(
            connection,
            "SELECT body, etag FROM documents WHERE pk = $pk AND id = $id AND (expires IS NULL OR expires > $now)",
            "$pk", "$id", "$now");
        _list = WriteStatements.Prepare(
            connection,
            "SELECT id, body, etag FROM documents WHERE pk = $pk AND id >= $from AND (expires IS NULL OR expires > $now) ORDER BY id",
            "$pk", "$from", "$now");
        _begin = WriteStatements.Prepare(connection, "BEGIN");
        _end = WriteStatements.Prepare(connection, "COMMIT");
    }

    public StoredDocument? Get(string partition, string id, long now)
    {
        _get.Parameters[0].Value = partition;
        _get.Parameters[1].Value = id;
        _get.Parameters[2].Value = now;
        using var rows = _get.ExecuteReader();
        return rows.Read() ? new(partition, id, rows.GetFieldValue<byte[]>(0), SqliteETag.Format(rows.GetInt64(1))) : null;
    }

    /// <summary>Reads many documents as they were at one moment.</summary>
    public StoredDocument?[] GetMany(IReadOnlyList<DocumentKey> keys, long now, CancellationToken cancellationToken)
    {
        var documents = new StoredDocument?[keys.Count];
        _begin.ExecuteNonQuery();
        try
        {
            for (var index = 0; index < documents.Length; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                documents[index] = Get(keys[index].Partition, keys[index].Id, now);
            }
        }
        finally
        {
            _end.ExecuteNonQuery();
        }

        return documents;
    }

    public DocumentPage List(string partition, string idPrefix, string? after, int pageSize, long now, CancellationToken cancellationToken)
    {
        // SQLite compares the UTF-8 bytes; the later of prefix and cursor is where the index is entered.
        var begin = after is not null && Utf8Compare(after, idPrefix) > 0 ? after : idPrefix;
        _list.Parameters[0].Value = partition;
        _list.Parameters[1].Value = begin;
        _list.Parameters[2].Value = now;
        var documents = new List<StoredDocument>();
        using var rows = _list.ExecuteReader();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = rows.GetString(0);
            if (string.Equals(id, after, StringComparison.Ordinal))
            {
                continue;
            }

            // Ids of one prefix stand together, so the first other one is the end.
            if (!id.StartsWith(idPrefix, StringComparison.Ordinal))
            {
                break;
            }

            if (documents.Count == pageSize)
            {
                return new(documents, documents[^1].Id);
            }

            documents.Add(new(partition, id, rows.GetFieldValue<byte[]>(1), SqliteETag.Format(rows.GetInt64(2))));
        }

        return new(documents, null);
    }

    public void Dispose()
    {
        _get.Dispose();
        _list.Dispose();
        _begin.Dispose();
        _end.Dispose();
        _connection.Dispose();
    }

    private static int Utf8Compare(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
