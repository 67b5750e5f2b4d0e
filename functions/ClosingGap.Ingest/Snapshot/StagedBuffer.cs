using System.Buffers;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Encoded rows of one shard of one table that are not on disk yet.</summary>
internal sealed class StagedBuffer
{
    private const int FirstBytes = 1 << 12;
    private const int MaxVarintBytes = 10;

    private byte[] _bytes = [];
    private int _used;

    /// <summary>Bytes of memory held.</summary>
    public int Capacity => _bytes.Length;

    public int Rows { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _used);

    /// <summary>Adds a row; of a deletion, only its key.</summary>
    public void AddRow(CanonicalTable table, bool[] isKey, string?[] cells, bool deleted)
    {
        var start = _used;
        try
        {
            Reserve(1);
            _bytes[_used++] = deleted ? StagedFormat.Deletion : StagedFormat.Upsert;
            for (var index = 0; index < isKey.Length; index++)
            {
                AddCell(table, table.Columns[index], deleted && !isKey[index] ? null : cells[index]);
            }

            Rows++;
        }
        catch
        {
            // Half a row would be read as the beginning of the next.
            _used = start;
            throw;
        }
    }

    public void Clear()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        }

        _bytes = [];
        _used = 0;
        Rows = 0;
    }

    private void AddCell(CanonicalTable table, CanonicalColumn column, string? cell)
    {
        if (string.IsNullOrEmpty(cell))
        {
            AddVarint(0);
        }
        else if (CellCodec.IsText(column.Type))
        {
            var length = StagedFormat.Utf8.GetByteCount(cell);
            AddVarint((ulong)length + 1);
            Reserve(length);
            _used += StagedFormat.Utf8.GetBytes(cell, _bytes.AsSpan(_used));
        }
        else
        {
            var value = TableCells.ParseOrThrow(table, column, cell);
            AddVarint((ulong)((value << 1) ^ (value >> 63)) + 1);
        }
    }

    private void AddVarint(ulong value)
    {
        Reserve(MaxVarintBytes);
        while (value >= 0x80)
        {
            _bytes[_used++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_used++] = (byte)value;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _used >= bytes)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBytes, Math.Max(_bytes.Length * 2, _used + bytes)));
        Written.CopyTo(larger);
        var used = _used;
        var old = _bytes;
        _bytes = larger;
        _used = used;
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old, clearArray: true);
        }
    }
}
