using System.Threading.Channels;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;
using Microsoft.Data.Sqlite;

namespace ClosingGap.Storage.Sqlite;

/// <summary>
/// The one writer of this process: a thread that takes what waits in the queue, up to a limit, writes it in one transaction and then
/// answers all callers. Under load many callers share one commit; a lone caller waits for nobody.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly SqliteFile _file;
    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly SqliteConnection _connection;
    private readonly WriteStatements _statements;
    private readonly Channel<WriteCommand> _queue;
    private readonly ITimer _purgeTimer;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _purgeDue;
    private WriteCommand? _leftOver;

    public SqliteWriter(SqliteFile file, SqliteStoreOptions options, TimeProvider time)
    {
        _file = file;
        _options = options;
        _time = time;
        _connection = file.Open();
        _statements = new WriteStatements(_connection);
        _queue = Channel.CreateBounded<WriteCommand>(new BoundedChannelOptions(options.QueueLength)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
        _purgeTimer = time.CreateTimer(_ => DemandPurge(), null, options.PurgeInterval, options.PurgeInterval);
        new Thread(Run) { IsBackground = true, Name = "closinggap-sqlite-writer" }.Start();
    }

    public async Task<WriteResult[]> WriteAsync(ReadOnlyMemory<PlannedWrite> writes, bool isAtomic, CancellationToken cancellationToken)
    {
        var command = new WriteCommand(writes, isAtomic);
        try
        {
            await _queue.Writer.WriteAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore));
        }

        return await command.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _purgeTimer.DisposeAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
    }

    private void DemandPurge()
    {
        Volatile.Write(ref _purgeDue, 1);

        // An empty command wakes the writer; a full queue means that it is awake.
        _queue.Writer.TryWrite(new WriteCommand(default, isAtomic: false));
    }

    private void Run()
    {
        try
        {
            var group = new List<WriteCommand>();
            while (_leftOver is not null || _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                Take(group);
                if (group.Count > 0)
                {
                    Guard(group, () => Write(group));
                    group.Clear();
                }

                if (Interlocked.Exchange(ref _purgeDue, 0) == 1)
                {
                    Guard([], Purge);
                }
            }
        }
        finally
        {
            _statements.Dispose();
            _connection.Dispose();
            _ended.TrySetResult();
        }
    }

    private void Take(List<WriteCommand> group)
    {
        var operations = 0;
        var bytes = 0L;
        while ((_leftOver ?? Next()) is { } command)
        {
            _leftOver = null;
            var size = command.Bytes;
            if (group.Count > 0
                && (operations + command.Writes.Length > _options.MaxOperationsPerCommit || bytes + size > _options.MaxBytesPerCommit))
            {
                _leftOver = command;
                return;
            }

            if (command.Writes.Length > 0 && command.TryBegin())
            {
                group.Add(command);
                operations += command.Writes.Length;
                bytes += size;
            }
        }
    }

    private WriteCommand? Next() => _queue.Reader.TryRead(out var command) ? command : null;

    // Whatever happens, every caller of the group is answered and the writer goes on.
    private void Guard(List<WriteCommand> group, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            foreach (var command in group)
            {
                command.Fail(exception);
            }
        }
    }

    private void Write(List<WriteCommand> group)
    {
        var results = _file.WhileBusy(() => InTransaction(() => ApplyAll(group)));
        for (var index = 0; index < group.Count; index++)
        {
            group[index].Complete(results[index]);
        }
    }

    private void Purge()
    {
        var now = Now();
        if (_file.WhileBusy(() => InTransaction(() => _statements.Purge(now, _options.PurgeBatch))) == _options.PurgeBatch)
        {
            // There may be more; writes that wait go first.
            DemandPurge();
        }
    }

    private T InTransaction<T>(Func<T> action)
    {
        SqliteFile.Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            var result = action();
            SqliteFile.Execute(_connection, "COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private void RollBack()
    {
        try
        {
            SqliteFile.Execute(_connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself; the first error is the one to tell.
        }
    }

    private WriteResult[][] ApplyAll(List<WriteCommand> group)
    {
        var now = Now();
        var etag = _statements.ReadCounter();
        var results = new WriteResult[group.Count][];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = group[index].IsAtomic
                ? ApplyAtomic(group[index].Writes.Span, ref etag, now)
                : Apply(group[index].Writes.Span, ref etag, now);
        }

        _statements.WriteCounter(etag);
        return results;
    }

    private WriteResult[] Apply(ReadOnlySpan<PlannedWrite> writes, ref long etag, long now)
    {
        var results = new WriteResult[writes.Length];
        for (var index = 0; index < writes.Length; index++)
        {
            results[index] = _statements.Apply(writes[index], ++etag, now);
        }

        return results;
    }

    private WriteResult[] ApplyAtomic(ReadOnlySpan<PlannedWrite> writes, ref long etag, long now)
    {
        SqliteFile.Execute(_connection, "SAVEPOINT batch");
        var results = new WriteResult[writes.Length];
        for (var index = 0; index < writes.Length; index++)
        {
            results[index] = _statements.Apply(writes[index], ++etag, now);
            if (!results[index].IsWritten)
            {
                var failed = results[index];
                Array.Fill(results, new WriteResult(WriteStatus.NotDone));
                results[index] = failed;
                SqliteFile.Execute(_connection, "ROLLBACK TO batch");
                break;
            }
        }

        SqliteFile.Execute(_connection, "RELEASE batch");
        return results;
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
