using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>
/// The SQLite file: one writer, any number of readers that never wait for it (WAL). Opened at first use, and by one process at a time.
/// </summary>
internal sealed class DurableDatabase(IOptions<DurableEngineOptions> options, EngineSignals signals, DurableStepProbe probe) : IDisposable
{
    private readonly Lock gate = new();
    private readonly ConcurrentBag<SqlSession> idleReaders = [];
    private SqlSession? writer;
    private FileStream? ownership;
    private bool opened;
    private bool disposed;

    /// <summary>Opens the file now, so that what is wrong with it is known at the start.</summary>
    /// <exception cref="InvalidOperationException">Another process has it open, or another version wrote it.</exception>
    public void Open()
    {
        lock (gate)
        {
            Writer();
        }
    }

    /// <summary>Runs one transaction; tells the signals what it did once it is committed.</summary>
    public T Write<T>(Func<SqlSession, StoreEffects, T> work)
    {
        var effects = new StoreEffects();
        T result;
        lock (gate)
        {
            var session = Writer();
            probe.Reached(DurableStep.BeforeTransaction);
            session.Execute("BEGIN IMMEDIATE");
            try
            {
                result = work(session, effects);
                probe.Reached(DurableStep.BeforeCommit);
                session.Execute("COMMIT");
            }
            catch
            {
                RollBack(session);
                throw;
            }

            probe.Reached(DurableStep.AfterCommit);
        }

        signals.Publish(effects);
        return result;
    }

    /// <summary>Runs reads on one snapshot.</summary>
    public T Read<T>(Func<SqlSession, T> work)
    {
        if (!Volatile.Read(ref opened))
        {
            Open();
        }

        if (!idleReaders.TryTake(out var session))
        {
            session = Connect();
        }

        var healthy = false;
        try
        {
            session.Execute("BEGIN");
            var result = work(session);
            session.Execute("COMMIT");
            healthy = true;
            return result;
        }
        finally
        {
            if (healthy && !Volatile.Read(ref disposed))
            {
                idleReaders.Add(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    /// <summary>Moves the log into the file and empties it, so that deleted rows are gone from the disk. Does nothing while it is read.</summary>
    public void Checkpoint()
    {
        lock (gate)
        {
            Writer().Query("PRAGMA wal_checkpoint(TRUNCATE)", static _ => 0);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Volatile.Write(ref disposed, true);
            Volatile.Write(ref opened, false);
            writer?.Dispose();
            writer = null;
            while (idleReaders.TryTake(out var reader))
            {
                reader.Dispose();
            }

            ownership?.Dispose();
            ownership = null;
        }
    }

    private static void RollBack(SqlSession session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself; what brought us here is the error to report.
        }
    }

    private SqlSession Writer()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        writer ??= OpenFile();
        Volatile.Write(ref opened, true);
        return writer;
    }

    private SqlSession OpenFile()
    {
        var path = Path.GetFullPath(options.Value.DatabasePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            ownership ??= new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException(
                $"{DurableErrorCodes.DatabaseInUse}: another process has the durable database {path} open. "
                + "End it, or give this one another LocalRuntime:Durable:DatabasePath.",
                e);
        }

        var session = Connect();
        session.Query("PRAGMA journal_mode=WAL", static _ => 0);
        switch (session.Scalar("PRAGMA user_version"))
        {
            case StoreSchema.Version:
                break;
            case 0:
                session.Execute(
                    FormattableString.Invariant($"BEGIN IMMEDIATE; {StoreSchema.Script} PRAGMA user_version={StoreSchema.Version}; COMMIT"));
                break;
            case var other:
                session.Dispose();
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"The durable database {path} has schema {other}; this program knows {StoreSchema.Version}. Run the program that wrote it, or delete the file."));
        }

        return session;
    }

    private SqlSession Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(options.Value.DatabasePath),
            Pooling = false,
            DefaultTimeout = (int)options.Value.BusyTimeout.TotalSeconds,
        }.ConnectionString);
        connection.Open();
        var session = new SqlSession(connection);

        // In WAL mode NORMAL loses nothing when the process dies: the log is in the system's cache by then.
        session.Execute(options.Value.SurvivePowerLoss ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        session.Query("PRAGMA secure_delete=ON", static _ => 0);
        return session;
    }
}
