using System.Collections.Concurrent;

namespace ClosingGap.Storage.Sqlite;

/// <summary>A bounded number of reading connections, opened when first needed.</summary>
internal sealed class SqliteReaderPool(SqliteFile file, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size, size);
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private volatile bool _isDisposed;

    public async ValueTask<T> UseAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteDocumentStore));
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return file.WhileBusy(() => Read(read));
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private T Read<T>(Func<SqliteReader, T> read)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new SqliteReader(file.Open());
        }

        var isSound = false;
        try
        {
            var result = read(reader);
            isSound = true;
            return result;
        }
        finally
        {
            // After an error nobody knows what state the connection is in.
            if (isSound && !_isDisposed)
            {
                _idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }
}
