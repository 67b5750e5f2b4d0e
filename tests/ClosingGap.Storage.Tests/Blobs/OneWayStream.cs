namespace ClosingGap.Storage.Tests.Blobs;

/// <summary>A stream that cannot be rewound, gives odd portions, and may fail on the way, as a network stream does.</summary>
internal sealed class OneWayStream(byte[] content, int failAt = int.MaxValue) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= failAt)
        {
            throw new InvalidDataException("the source has failed");
        }

        var portion = Math.Min(Math.Min(count, 7001), content.Length - _position);
        content.AsSpan(_position, portion).CopyTo(buffer.AsSpan(offset));
        _position += portion;
        return portion;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
