namespace ClosingGap.Ingest.Tests.Csv;

/// <summary>A beginning, then the same bytes over and over; counts what was taken.</summary>
internal sealed class EndlessStream(byte[] beginning, byte[] over, long length) : Stream
{
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var end = Math.Min(length, Taken + count);
        for (var at = Taken; at < end; at++)
        {
            buffer[offset + (int)(at - Taken)] = at < beginning.Length ? beginning[at] : over[(at - beginning.Length) % over.Length];
        }

        var read = (int)(end - Taken);
        Taken = end;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
