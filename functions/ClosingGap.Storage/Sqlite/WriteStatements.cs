using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Storage.Sqlite;

/// <summary>The prepared statements of the writer. Every one runs inside the writer's transaction; an expired row counts as none.</summary>
internal sealed class WriteStatements : IDisposable
{
    private const string Alive = "(expires IS NULL OR expires > $now)";
    private const string Insert = "INSERT INTO documents(pk, id, etag, expires, body) VALUES ($pk, $id, $etag, $expires, $body) ";
    private const string Overwrite = "ON CONFLICT(pk, id) DO UPDATE SET etag = excluded.etag, expires = excluded.expires, body = excluded.body";
    private const string Match = $"WHERE pk = $pk AND id = $id AND {Alive} AND ($match IS NULL OR etag = $match)";

    private readonly SqliteCommand _create;
    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _upsert;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _exists;
    private readonly SqliteCommand _readCounter;
    private readonly SqliteCommand _writeCounter;
    private readonly SqliteCommand _purge;

    public WriteStatements(SqliteConnection connection)
    {
        _create = Prepare(
            connection,
            $"{Insert} {Overwrite} WHERE documents.expires IS NOT NULL AND documents.expires <= $now",
            "$pk", "$id", "$etag", "$expires", "$body", "$now");
        _replace = Prepare(
            connection,
            $"UPDATE documents SET etag = $etag, expires = $expires, body = $body {Match}",
            "$pk", "$id", "$etag", "$expires", "$body", "$now", "$match");
        _upsert = Prepare(connection, $"{Insert} {Overwrite}", "$pk", "$id", "$etag", "$expires", "$body");
        _delete = Prepare(connection, $"DELETE FROM documents {Match}", "$pk", "$id", "$now", "$match");
        _exists = Prepare(connection, $"SELECT 1 FROM documents WHERE pk = $pk AND id = $id AND {Alive}", "$pk", "$id", "$now");
        _readCounter = Prepare(connection, "SELECT value FROM counters WHERE name = 'etag'");
        _writeCounter = Prepare(connection, "UPDATE counters SET value = $value WHERE name = 'etag'", "$value");
        _purge = Prepare(
            connection,
            "DELETE FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE expires IS NOT NULL AND expires <= $now LIMIT $most)",
            "$now", "$most");
    }

    /// <summary>The last ETag given; read anew in each transaction, because another process may have given some.</summary>
    public long ReadCounter() => (long)_readCounter.ExecuteScalar()!;

    public void WriteCounter(long value)
    {
        _writeCounter.Parameters[0].Value = value;
        _writeCounter.ExecuteNonQuery();
    }

    /// <summary>Removes expired rows; answers how many.</summary>
    public int Purge(long now, int most)
    {
        _purge.Parameters[0].Value = now;
        _purge.Parameters[1].Value = most;
        return _purge.ExecuteNonQuery();
    }

    public WriteResult Apply(in PlannedWrite write, long etag, long now)
    {
        var document = write.Document;
        var command = write.Kind switch
        {
            BatchKind.Create => _create,
            BatchKind.Replace => _replace,
            BatchKind.Upsert => _upsert,
            BatchKind.Delete => _delete,
            _ => throw new ArgumentOutOfRangeException(nameof(write)),
        };
        var parameters = command.Parameters;
        parameters[0].Value = document.Partition;
        parameters[1].Value = document.Id;
        if (write.Kind == BatchKind.Delete)
        {
            parameters[2].Value = now;
            parameters[3].Value = MatchValue(write);
        }
        else
        {
            parameters[2].Value = etag;
            parameters[3].Value = DocumentRules.ExpirySeconds(document.ExpiresAfter) is { } seconds ? now + (seconds * 1000) : DBNull.Value;
            parameters[4].Value = document.Body.ToArray();
            if (write.Kind != BatchKind.Upsert)
            {
                parameters[5].Value = now;
            }

            if (write.Kind == BatchKind.Replace)
            {
                parameters[6].Value = MatchValue(write);
            }
        }

        if (command.ExecuteNonQuery() > 0)
        {
            return new(WriteStatus.Written, write.Kind == BatchKind.Delete ? null : SqliteETag.Format(etag));
        }

        return new(write.Kind == BatchKind.Create ? WriteStatus.AlreadyExists
            : Exists(document, now) ? WriteStatus.PreconditionFailed
            : WriteStatus.NotFound);
    }

    public void Dispose()
    {
        foreach (var command in new[] { _create, _replace, _upsert, _delete, _exists, _readCounter, _writeCounter, _purge })
        {
            command.Dispose();
        }
    }

    private bool Exists(DocumentWrite document, long now)
    {
        _exists.Parameters[0].Value = document.Partition;
        _exists.Parameters[1].Value = document.Id;
        _exists.Parameters[2].Value = now;
        return _exists.ExecuteScalar() is not null;
    }

    private static object MatchValue(in PlannedWrite write) =>
        write.IfMatch is { } etag ? SqliteETag.Parse(etag) : DBNull.Value;

    internal static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }
}
