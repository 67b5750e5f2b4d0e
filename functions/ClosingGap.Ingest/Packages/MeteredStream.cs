using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>A forward read that is counted as it goes, so that a header that lies is found out while reading.</summary>
internal sealed class MeteredStream(Stream inner, PackageEntry entry, ReadBudget budget) : Stream
{
    private long _position;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => entry.Length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(inner.Read(buffer), buffer.Length);
        }
        catch (InvalidDataException exception)
        {
            throw Corrupt(exception);
        }
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (InvalidDataException exception)
        {
            throw Corrupt(exception);
        }
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read, int asked)
    {
        if (read == 0 && asked > 0 && _position < entry.Length)
        {
            throw ReadBudget.Mismatch(entry);
        }

        _position += read;
        budget.Advance(entry, _position);
        return read;
    }

    private PackageRefusedException Corrupt(InvalidDataException exception) => new(
        DiagnosticCodes.PackageCorruptEntry,
        $"The file {entry.Name} cannot be unpacked.",
        "The package is damaged: make it again and drop it again.",
        entry.Name,
        exception);
}
