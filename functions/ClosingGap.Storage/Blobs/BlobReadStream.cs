using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ClosingGap.Storage.Blobs;

/// <summary>
/// One version of a blob as a seekable stream. Each range is asked for with that version's ETag, so that a blob that changes or goes
/// while it is read is a <see cref="FileNotFoundException"/>, never a mixture. Holds one buffer.
/// </summary>
internal sealed class BlobReadStream(BlockBlobClient blob, string container, ETag etag, long length, int bufferBytes) : Stream
{
    private readonly BlobRequestConditions _conditions = new() { IfMatch = etag };
    private readonly byte[] _buffer = new byte[(int)Math.Min(bufferBytes, Math.Max(length, 1))];
    private long _bufferStart;
    private int _buffered;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        SeekOrigin.End => length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > 0 && !IsBuffered && _position < length)
        {
            try
            {
                using var range = blob.DownloadStreaming(Options()).Value;
                Begin();
                _buffered = range.Content.ReadAtLeast(_buffer.AsSpan(0, Expected()), Expected());
            }
            catch (Exception exception) when (BlobFaults.Describe(exception, container, CancellationToken.None) is { } described)
            {
                throw described;
            }
        }

        return Copy(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (buffer.Length > 0 && !IsBuffered && _position < length)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return Copy(buffer.Span);
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool IsBuffered => _position >= _bufferStart && _position < _bufferStart + _buffered;

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var range = (await blob.DownloadStreamingAsync(Options(), cancellationToken).ConfigureAwait(false)).Value;
            Begin();
            _buffered = await range.Content.ReadAtLeastAsync(
                _buffer.AsMemory(0, Expected()), Expected(), throwOnEndOfStream: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (BlobFaults.Describe(exception, container, cancellationToken) is { } described)
        {
            throw described;
        }
    }

    private BlobDownloadOptions Options() =>
        new() { Range = new HttpRange(_position, Expected()), Conditions = _conditions };

    // Nothing counts as buffered until the whole range has come.
    private void Begin()
    {
        _buffered = 0;
        _bufferStart = _position;
    }

    private int Expected() => (int)Math.Min(_buffer.Length, length - _position);

    private int Copy(Span<byte> target)
    {
        if (!IsBuffered)
        {
            return 0;
        }

        var from = (int)(_position - _bufferStart);
        var count = Math.Min(target.Length, _buffered - from);
        _buffer.AsSpan(from, count).CopyTo(target);
        _position += count;
        return count;
    }
}
