namespace ClosingGap.Pipeline.Snapshots;

/// <summary>A stream of pieces that are made while it is read, so that a blob of any length is written from little memory.</summary>
internal sealed class PulledStream(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken stop) : Stream
{
    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _pieces = pieces.GetAsyncEnumerator(stop);
    private ReadOnlyMemory<byte> _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_left.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await _pieces.MoveNextAsync())
            {
                return 0;
            }

            _left = _pieces.Current;
        }

        var length = Math.Min(buffer.Length, _left.Length);
        _left[..length].CopyTo(buffer);
        _left = _left[length..];
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Pieces come asynchronously only.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _pieces.DisposeAsync();
        await base.DisposeAsync();
    }
}
