using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Holds the text of a file from its current record on, as UTF-8, and finds the bytes that mean something in CSV: comma, quote, line ends and
/// NUL. They are searched 32 at a time, ahead of the reading.
/// </summary>
internal sealed class CsvScanner(CsvFeed feed, int maxRecordChars) : IDisposable
{
    private const int FirstBuffer = 1 << 16;
    private const int BlockBuffer = 1 << 20;
    private const int Stretch = 1 << 12;

    private readonly int[] _marks = new int[Stretch];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _markCount;
    private int _mark;
    private int _searched;
    private int _used;

    /// <summary>Where the current record begins.</summary>
    public int RecordStart { get; private set; }

    /// <summary>Where the bytes end that have been read.</summary>
    public int End { get; private set; }

    /// <summary>Bytes read and not yet behind.</summary>
    public int Pending => End - RecordStart;

    /// <summary>The buffer.</summary>
    public ReadOnlySpan<byte> Text => _buffer;

    /// <summary>True when nothing follows <see cref="End"/>.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>True when what follows <see cref="End"/> is not UTF-8.</summary>
    public bool IsInvalid => IsAtEnd && feed.IsInvalid;

    /// <summary>True when the current record, though not complete, is longer than allowed.</summary>
    public bool IsRecordTooLong => IsTooLong(End);

    /// <summary>True when the current record, if it ends here, has more characters than allowed.</summary>
    public bool IsTooLong(int end) => end - RecordStart > maxRecordChars && CharCount(RecordStart, end - RecordStart) > maxRecordChars;

    /// <summary>UTF-16 characters of some bytes.</summary>
    public int CharCount(int start, int length) => Encoding.UTF8.GetCharCount(Slice(start, length));

    /// <summary>One byte of the buffer.</summary>
    public byte this[int index] => _buffer[index];

    /// <summary>Some bytes of the buffer; they stay until the next call of <see cref="FillAsync"/>.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => _buffer.AsSpan(start, length);

    /// <summary>The position of the next byte that means something, or -1 when none is left in the buffer.</summary>
    public int NextMark() => _mark < _markCount || Search() ? _marks[_mark++] : -1;

    /// <summary>Takes the fields up to the next mark that is not a comma, most fields of most files.</summary>
    /// <param name="fields">Room for them.</param>
    /// <param name="maxLength">Bytes of a field, above which it is left to the caller.</param>
    /// <param name="from">Where the first begins; then, where the one behind the last taken does.</param>
    /// <returns>How many were taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int TakeFields(Span<CsvField> fields, int maxLength, ref int from)
    {
        var buffer = _buffer;
        var marks = _marks.AsSpan(0, _markCount);
        var (start, taken, at) = (from, 0, _mark);
        for (; (uint)at < (uint)marks.Length && (uint)taken < (uint)fields.Length; at++)
        {
            var mark = marks[at];
            if (buffer[mark] != ',' || mark - start > maxLength)
            {
                break;
            }

            fields[taken++] = new CsvField(start, mark - start, HasEscapes: false);
            start = mark + 1;
        }

        (from, _mark) = (start, at);
        return taken;
    }

    /// <summary>Says that the record ends here: the next begins at this position, which stands behind the last mark taken.</summary>
    public void EndRecord(int next) => RecordStart = next;

    /// <summary>Goes back to the first mark of the current record.</summary>
    public void Rewind()
    {
        _searched = RecordStart;
        _mark = 0;
        _markCount = 0;
    }

    /// <summary>Reads more behind the current record, which must be rewound.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var more = await feed.NextAsync(cancellationToken).ConfigureAwait(false);
        var length = End - RecordStart;
        if (length + more.Length > _buffer.Length)
        {
            // Doubled, so that a long record is searched again a few times only.
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, length + more.Length));
            Slice(RecordStart, length).CopyTo(larger);
            CsvBuffers.Return(_buffer, _used);
            _buffer = larger;
        }
        else
        {
            Slice(RecordStart, length).CopyTo(_buffer);
        }

        more.Span.CopyTo(_buffer.AsSpan(length));
        RecordStart = 0;
        End = length + more.Length;
        _used = Math.Max(_used, End);
        IsAtEnd = more.IsEmpty;
        Rewind();
    }

    /// <summary>Hands over the buffer with the records read so far and goes on in another with what follows them.</summary>
    /// <param name="used">How far it was filled.</param>
    public byte[] Detach(out int used)
    {
        var full = _buffer;
        used = _used;
        var rest = Slice(RecordStart, Pending);
        _buffer = IsAtEnd && rest.IsEmpty ? [] : ArrayPool<byte>.Shared.Rent(Math.Max(BlockBuffer, rest.Length));
        rest.CopyTo(_buffer);
        RecordStart = 0;
        End = rest.Length;
        _used = End;
        Rewind();
        return full;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        CsvBuffers.Return(_buffer, _used);
        _buffer = [];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Search()
    {
        _mark = 0;
        _markCount = 0;
        while (_markCount == 0 && _searched < End)
        {
            var stretch = _buffer.AsSpan(_searched, Math.Min(Stretch, End - _searched));
            _markCount = Search(stretch);
            _searched += stretch.Length;
        }

        return _markCount > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Search(ReadOnlySpan<byte> text)
    {
        var (comma, quote) = (Vector256.Create((byte)','), Vector256.Create((byte)'"'));
        var (feed, carriage) = (Vector256.Create((byte)'\n'), Vector256.Create((byte)'\r'));
        ref var first = ref MemoryMarshal.GetReference(text);
        var count = 0;
        var at = 0;
        for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref first, (nuint)at);
            var found = Vector256.Equals(block, comma) | Vector256.Equals(block, quote) | Vector256.Equals(block, feed)
                | Vector256.Equals(block, carriage) | Vector256.Equals(block, Vector256<byte>.Zero);
            for (var bits = found.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                _marks[count++] = _searched + at + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; at < text.Length; at++)
        {
            if (text[at] is (byte)',' or (byte)'"' or (byte)'\n' or (byte)'\r' or 0)
            {
                _marks[count++] = _searched + at;
            }
        }

        return count;
    }
}
