using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>One record of a block, read where it stands: cells and hashes by column of the contract.</summary>
internal sealed class CleanRow(CleanShape shape, CsvRowMaker maker) : CanonicalRow
{
    private readonly int[] _positions = shape.Positions;
    private CleanBlock _block = null!;
    private byte[] _text = [];
    private CsvField[] _fields = [];
    private int _record;
    private int _first;

    /// <summary>A cell of the record as it stands; empty when blank, or when the file has no such column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Raw(int column) => Raw(_first, column);

    /// <summary>The hash in a slot, to be written.</summary>
    public ref ulong HashAt(int slot) => ref _block.Hash(_record, slot);

    /// <summary>Takes over the hash of a cell from another record of the block when both cells are the same; false when they are not.</summary>
    public bool TryHashAs(int other, int column, int slot)
    {
        if (!Raw(column).SequenceEqual(Raw(_block.Csv[other].First, column)))
        {
            return false;
        }

        HashAt(slot) = _block.Hash(other, slot);
        return true;
    }

    /// <summary>The hash of a cell.</summary>
    public ulong Hash(int column) => shape.HashSlot(column) is var slot and >= 0 ? _block.Hash(_record, slot) : KeyHash.Of(Raw(column));

    /// <summary>The number of the row.</summary>
    public long Number => _block.Csv[_record].Row;

    /// <summary>The hash of a key of several cells.</summary>
    public ulong CompositeKey => _block.Hash(_record, 0);

    /// <summary>Goes to a record.</summary>
    public void Stand(CleanBlock block, int record) =>
        (_block, _record, _first, _text, _fields) = (block, record, block.Csv[record].First, block.Csv.TextArray, block.Csv.FieldArray);

    /// <summary>Says what a remembered cell became in canonical form.</summary>
    public void Become(int column, string value) => _block.Became(_record, shape.MemorySlot(column)) = value;

    /// <inheritdoc />
    public override string?[] ToCells()
    {
        var cells = new string?[shape.CanonicalColumns.Length];
        for (var ordinal = 0; ordinal < cells.Length; ordinal++)
        {
            var column = shape.CanonicalColumns[ordinal];
            cells[ordinal] = column < 0 || _positions[column] < 0 ? null
                : Remembered(column) is { } value ? value
                : maker.Text(_positions[column], Raw(column));
        }

        return cells;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Raw(int first, int column)
    {
        var position = _positions[column];
        if (position < 0)
        {
            return default;
        }

        ref readonly var field = ref _fields[first + position];
        return _text.AsSpan(field.Start, field.Length);
    }

    private string? Remembered(int column) => shape.MemorySlot(column) is var slot and >= 0 ? _block.Became(_record, slot) : null;
}
