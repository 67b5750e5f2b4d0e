using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Appends a staged file's rows to cells, block by block.</summary>
internal sealed class StagedReader(TableCells cells)
{
    private readonly List<ColumnCells?> _columns = [];
    private char[] _text = new char[256];

    /// <summary>For each row of the file, in its order, whether it deletes.</summary>
    public List<bool> Deletions { get; } = [];

    public async Task ReadAsync(Stream staged, CancellationToken cancellationToken)
    {
        try
        {
            await ReadHeaderAsync(staged, cancellationToken);
            var header = new byte[StagedFormat.BlockHeaderBytes];
            while (true)
            {
                await staged.ReadExactlyAsync(header, cancellationToken);
                var rows = BinaryPrimitives.ReadInt32LittleEndian(header);
                if (rows == 0)
                {
                    Check(!header.AsSpan().ContainsAnyExcept((byte)0));
                    break;
                }

                var checksum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(12));
                await ReadBlockAsync(staged, rows, Length(header.AsSpan(4)), Length(header.AsSpan(8)), checksum, cancellationToken);
            }

            await staged.ReadExactlyAsync(header.AsMemory(0, sizeof(long)), cancellationToken);
            Check(BinaryPrimitives.ReadInt64LittleEndian(header) == Deletions.Count);
        }
        catch (Exception exception) when (
            exception is EndOfStreamException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException or FormatException)
        {
            throw Corrupt(exception);
        }
    }

    private async Task ReadHeaderAsync(Stream staged, CancellationToken cancellationToken)
    {
        var fixedPart = new byte[StagedFormat.Magic.Length + sizeof(int)];
        await staged.ReadExactlyAsync(fixedPart, cancellationToken);
        Check(fixedPart.AsSpan().StartsWith(StagedFormat.Magic));
        var columns = BinaryPrimitives.ReadInt32LittleEndian(fixedPart.AsSpan(StagedFormat.Magic.Length));
        using var reader = new BinaryReader(staged, StagedFormat.Utf8, leaveOpen: true);
        for (var index = 0; index < columns; index++)
        {
            var ordinal = cells.Table.Ordinal(reader.ReadString());
            _columns.Add(ordinal < 0 ? null : cells.Columns[ordinal]);
        }

        // A file of another release would have to say the types of columns that are gone.
        Check(_columns.Count == cells.Columns.Length && _columns.SequenceEqual(cells.Columns));
    }

    private async Task ReadBlockAsync(Stream staged, int rows, int length, int packedLength, uint checksum, CancellationToken cancellationToken)
    {
        Check(rows > 0);
        var packed = ArrayPool<byte>.Shared.Rent(packedLength);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await staged.ReadExactlyAsync(packed.AsMemory(0, packedLength), cancellationToken);
            Check(BrotliDecoder.TryDecompress(packed.AsSpan(0, packedLength), bytes.AsSpan(0, length), out var unpacked) && unpacked == length);
            Check(StagedFormat.Checksum(bytes.AsSpan(0, length)) == checksum);
            ReadRows(bytes.AsSpan(0, length), rows);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed, clearArray: true);
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private void ReadRows(ReadOnlySpan<byte> bytes, int rows)
    {
        var position = 0;
        for (var row = 0; row < rows; row++)
        {
            Deletions.Add(bytes[position++] == StagedFormat.Deletion);
            foreach (var column in cells.Columns)
            {
                var value = ReadVarint(bytes, ref position);
                if (value == 0)
                {
                    column.Add(CellCodec.Null);
                }
                else if (column.Pool is null)
                {
                    var zigzag = value - 1;
                    column.Add((long)(zigzag >> 1) ^ -(long)(zigzag & 1));
                }
                else
                {
                    var utf8 = bytes.Slice(position, checked((int)(value - 1)));
                    position += utf8.Length;
                    column.AddText(Decode(utf8));
                }
            }
        }

        Check(position == bytes.Length);
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (_text.Length < utf8.Length)
        {
            _text = new char[utf8.Length * 2];
        }

        return _text.AsSpan(0, StagedFormat.Utf8.GetChars(utf8, _text));
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private int Length(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        Check(length is >= 0 and <= StagedFormat.MaxBlockBytes);
        return length;
    }

    private void Check(bool whole)
    {
        if (!whole)
        {
            throw Corrupt(null);
        }
    }

    private SnapshotException Corrupt(Exception? cause) => new(
        "snapshot.staged_corrupt",
        $"A staged file of {cells.Table.Name} is damaged, cut short, or of another release. Stage the drop again.",
        cause);
}
