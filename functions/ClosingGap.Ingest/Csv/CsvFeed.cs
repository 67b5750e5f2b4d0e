using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Reads a stream and holds it to UTF-8, one chunk ahead of its reader, so that unpacking and checking go on side by side. What stands before a
/// byte that is not UTF-8 is still given out.
/// </summary>
internal sealed class CsvFeed(Stream stream) : IAsyncDisposable
{
    private const int ChunkBytes = 1 << 19;

    /// <summary>Bytes of the first chunk: most files are small, and many are opened for their header alone.</summary>
    private const int FirstBytes = 1 << 16;

    /// <summary>Bytes of a character, or of a byte order mark, that may stand at the end of a chunk without their last.</summary>
    private const int MaxRestBytes = 3;

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _rest = new byte[MaxRestBytes];
    private byte[] _filling = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private byte[] _given = [];
    private Task<int>? _ahead;
    private int _kept;
    private int _chunks;
    private int _used;
    private bool _isBegun;
    private bool _isEnd;

    /// <summary>True once the bytes that follow the chunk given out last are not UTF-8.</summary>
    public bool IsInvalid { get; private set; }

    /// <summary>Gives the next bytes, whole characters only, which stay until the next call; none at the end, or where they are no longer UTF-8.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        var length = _ahead is { } ahead
            ? await ahead.WaitAsync(cancellationToken).ConfigureAwait(false)
            : await FillAsync(cancellationToken).ConfigureAwait(false);
        (_filling, _given) = (_given, _filling);

        // Many files are opened for their header alone, so the first chunk is read without another behind it.
        var isGoingOn = ++_chunks > 1 && !_isEnd && !IsInvalid;
        _ahead = isGoingOn ? Task.Run(() => FillAsync(_stop.Token).AsTask(), CancellationToken.None) : null;
        return _given.AsMemory(0, length);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_ahead is not null)
        {
            // Whatever it meets, nobody asks for it any more.
            await ((Task)_ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await stream.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();

        CsvBuffers.Return(_filling, _used);
        CsvBuffers.Return(_given, _used);
    }

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        var wanted = _isBegun ? ChunkBytes : FirstBytes;
        if (_filling.Length < wanted)
        {
            CsvBuffers.Return(_filling, _used);
            _filling = ArrayPool<byte>.Shared.Rent(wanted);
        }

        var given = 0;
        while (given == 0 && !_isEnd && !IsInvalid)
        {
            _rest.AsSpan(0, _kept).CopyTo(_filling);
            var read = await stream.ReadAsync(_filling.AsMemory(_kept, wanted - _kept), cancellationToken).ConfigureAwait(false);
            _isEnd = read == 0;
            given = Take(_kept + read);
        }

        return given;
    }

    /// <summary>Moves what can be given out to the beginning and keeps the rest for the next chunk.</summary>
    private int Take(int length)
    {
        _used = Math.Max(_used, length);
        var bytes = _filling.AsSpan(0, length);
        if (!_isBegun && length < s_byteOrderMark.Length && !_isEnd)
        {
            Keep(bytes);
            return 0;
        }

        var hasMark = !_isBegun && bytes.StartsWith(s_byteOrderMark);
        _isBegun = true;
        var text = hasMark ? bytes[s_byteOrderMark.Length..] : bytes;
        var whole = _isEnd ? text : text[..^Unfinished(text)];
        IsInvalid = !Utf8.IsValid(whole);
        Keep(IsInvalid ? [] : text[whole.Length..]);
        whole = IsInvalid ? whole[..ValidLength(whole)] : whole;
        if (hasMark)
        {
            whole.CopyTo(_filling);
        }

        return whole.Length;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        rest.CopyTo(_rest);
        _kept = rest.Length;
    }

    /// <summary>Bytes at the end of a character whose last bytes are not there yet.</summary>
    private static int Unfinished(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(MaxRestBytes, text.Length); back++)
        {
            var part = text[^back];
            if ((part & 0xC0) != 0x80)
            {
                var wanted = part >= 0xF0 ? 4 : part >= 0xE0 ? 3 : part >= 0xC0 ? 2 : 1;
                return back < wanted ? back : 0;
            }
        }

        return 0;
    }

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
