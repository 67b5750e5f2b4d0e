using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>
/// A forward read that is counted and summed as it goes, so that a header that lies is found out while reading. The checksum matters:
/// a file cut short at a false length would look as if the records beyond it were gone.
/// </summary>
internal sealed class MeteredStream(Stream inner, PackageEntry entry, ReadBudget budget, uint? checksum = null) : Stream
{
    private readonly Crc32? _sum = checksum is null ? null : new Crc32();
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
            return Count(buffer[..inner.Read(buffer)], buffer.Length);
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
            // A local file has no asynchronous reading of its own here: it would be another thread that waits, and a hand-over each time.
            var read = inner is FileStream ? inner.Read(buffer.Span) : await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Count(buffer.Span[..read], buffer.Length);
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

    private int Count(ReadOnlySpan<byte> read, int asked)
    {
        if (read.IsEmpty && asked > 0)
        {
            RequireWhole();
        }

        _sum?.Append(read);
        _position += read.Length;
        budget.Advance(entry, _position);
        return read.Length;
    }

    private void RequireWhole()
    {
        if (_position < entry.Length)
        {
            throw ReadBudget.Mismatch(entry);
        }

        if (_sum is not null && _sum.Value != checksum)
        {
            throw Corrupt(null);
        }
    }

    private PackageRefusedException Corrupt(InvalidDataException? exception) => new(
        DiagnosticCodes.PackageCorruptEntry,
        $"The file {ShownName.Of(entry.Name)} cannot be unpacked, or is not what was packed.",
        "The package is damaged: make it again and drop it again.",
        entry.Name,
        exception);
}
