using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Data.Sqlite;

namespace ClosingGap.LocalRuntime.State;

/// <summary>
/// The SQLite file of timer states and blob receipts. One connection, one caller at a time: the work is small, and a commit
/// survives a kill of the process.
/// </summary>
internal sealed class RuntimeStateStore(LocalRuntimeOptions options) : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS timers (
            function TEXT NOT NULL PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL, updated INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS receipts (
            function TEXT NOT NULL, path TEXT NOT NULL, etag TEXT NOT NULL, state INTEGER NOT NULL, tries INTEGER NOT NULL, due INTEGER NOT NULL,
            PRIMARY KEY (function, path)
        ) WITHOUT ROWID;
        """;

    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteConnection? connection;

    /// <summary>Runs one piece of work on the connection, alone.</summary>
    /// <exception cref="LocalRuntimeException">LR004: the file cannot be opened.</exception>
    public async Task<T> UseAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return work(connection ??= Open());
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        connection?.Dispose();
        turn.Dispose();
    }

    private SqliteConnection Open()
    {
        var path = Path.GetFullPath(options.StatePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            opened.Open();
            using var command = opened.CreateCommand();
            command.CommandText = Schema;
            command.ExecuteNonQuery();
            return opened;
        }
        catch (SqliteException problem)
        {
            opened.Dispose();
            throw new LocalRuntimeException(
                "LR004", $"The state file {path} cannot be opened (SQLite error {problem.SqliteErrorCode}). Set LocalRuntime:StatePath to a file that may be written, or move a damaged one away.");
        }
    }
}
