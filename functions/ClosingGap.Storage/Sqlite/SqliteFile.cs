using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Storage.Sqlite;

/// <summary>The database file: how a connection is opened, what tables there are, how long a lock is waited for.</summary>
internal sealed class SqliteFile(SqliteStoreOptions options)
{
    // SQLite waits this long by itself, a call asks again until BusyTimeout: some locks are refused without waiting.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS documents(
            pk TEXT NOT NULL,
            id TEXT NOT NULL,
            etag INTEGER NOT NULL,
            expires INTEGER,
            body BLOB NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS documents_key ON documents(pk, id);
        CREATE INDEX IF NOT EXISTS documents_expires ON documents(expires) WHERE expires IS NOT NULL;
        CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO counters(name, value) VALUES ('etag', 0) ON CONFLICT DO NOTHING;
        """;

    public string Path { get; } = System.IO.Path.GetFullPath(options.Path);

    /// <summary>Makes the folder, the file and its tables when they are missing.</summary>
    public void Create()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        WhileBusy(() =>
        {
            using var connection = Connect(SqliteOpenMode.ReadWriteCreate);

            // The page size counts only before the first page is written.
            Execute(connection, "PRAGMA page_size=8192; PRAGMA journal_mode=WAL;");
            Execute(connection, "BEGIN IMMEDIATE");
            Execute(connection, Schema);
            Execute(connection, "COMMIT");
            return true;
        });
    }

    public SqliteConnection Open() => WhileBusy(() => Connect(SqliteOpenMode.ReadWrite));

    /// <summary>Does something that a lock may refuse, again until it goes through or BusyTimeout has passed.</summary>
    public T WhileBusy<T>(Func<T> action)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return action();
            }
            catch (SqliteException exception)
                when (SqliteFaults.IsBusy(exception) && System.Diagnostics.Stopwatch.GetElapsedTime(started) < options.BusyTimeout)
            {
                // A jitter keeps two processes from meeting again and again.
                Thread.Sleep(Random.Shared.Next(1, 20));
            }
            catch (SqliteException exception)
            {
                if (SqliteFaults.Describe(exception, Path) is { } described && !ReferenceEquals(described, exception))
                {
                    throw described;
                }

                throw;
            }
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            var cache = options.CacheKilobytes.ToString(CultureInfo.InvariantCulture);
            var step = Step.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
            Execute(
                connection,
                $"PRAGMA busy_timeout={step}; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-{cache}; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
