using System.Buffers;
using System.Text.Unicode;

namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Decodes a stream of UTF-8, one chunk ahead of its reader, so that unpacking and checking go on side by side. What stands before a byte that
/// is not UTF-8 is still given out.
/// </summary>
internal sealed class CsvFeed(Stream stream) : IAsyncDisposable
{
    private const int ChunkBytes = 1 << 17;

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(ChunkBytes);
    private char[] _filling = ArrayPool<char>.Shared.Rent(ChunkBytes);
    private char[] _given = ArrayPool<char>.Shared.Rent(ChunkBytes);
    private Task<int>? _ahead;
    private int _kept;
    private int _chunks;
    private int _used;
    private bool _isBegun;
    private bool _isEnd;

    /// <summary>True once the bytes that follow the chunk given out last are not UTF-8.</summary>
    public bool IsInvalid { get; private set; }

    /// <summary>Gives the next characters, which stay until the next call; none at the end, or where the bytes are no longer UTF-8.</summary>
    public async ValueTask<ReadOnlyMemory<char>> NextAsync(CancellationToken cancellationToken)
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

        // Nothing of a file is left to who rents the arrays next. Most files are short: only what was used is cleared.
        Array.Clear(_bytes, 0, _used);
        Array.Clear(_filling, 0, _used);
        Array.Clear(_given, 0, _used);
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<char>.Shared.Return(_filling);
        ArrayPool<char>.Shared.Return(_given);
    }

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        var written = 0;
        while (written == 0 && !_isEnd && !IsInvalid)
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(_kept, ChunkBytes - _kept), cancellationToken).ConfigureAwait(false);
            _isEnd = read == 0;
            written = Decode(_kept + read);
        }

        return written;
    }

    private int Decode(int length)
    {
        _used = Math.Max(_used, length);
        var source = _bytes.AsSpan(0, length);
        if (!_isBegun)
        {
            if (length < s_byteOrderMark.Length && !_isEnd)
            {
                _kept = length;
                return 0;
            }

            _isBegun = true;
            source = source.StartsWith(s_byteOrderMark) ? source[s_byteOrderMark.Length..] : source;
        }

        var status = Utf8.ToUtf16(source, _filling, out var taken, out var written, replaceInvalidSequences: false, isFinalBlock: _isEnd);
        IsInvalid = status == OperationStatus.InvalidData;
        var rest = IsInvalid ? [] : source[taken..];
        rest.CopyTo(_bytes);
        _kept = rest.Length;
        return written;
    }
}
