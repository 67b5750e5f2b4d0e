using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>One record of a block, read where it stands: cells and hashes by column of the contract.</summary>
internal sealed class CleanRow(CleanShape shape, CsvRowMaker maker) : CanonicalRow
{
    private readonly int[] _positions = shape.Positions;
    private CleanBlock _block = null!;
    private int _record;

    /// <summary>A cell of the record as it stands; empty when blank, or when the file has no such column.</summary>
    public ReadOnlySpan<char> Raw(int column) =>
        _positions[column] is var position and >= 0 ? _block.Csv.Field(in _block.Csv[_record], position) : default;

    /// <summary>The hash of a cell.</summary>
    public ulong Hash(int column) => shape.HashSlot(column) is var slot and >= 0 ? _block.Hash(_record, slot) : KeyHash.Of(Raw(column));

    /// <summary>The hash of a key of several cells.</summary>
    public ulong CompositeKey => _block.Hash(_record, 0);

    /// <inheritdoc />
    public override ReadOnlySpan<char> this[int ordinal] => shape.CanonicalColumns[ordinal] is var column and >= 0 ? Value(column) : default;

    /// <summary>Goes to a record.</summary>
    public void Stand(CleanBlock block, int record) => (_block, _record) = (block, record);

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

    private string? Remembered(int column) => shape.MemorySlot(column) is var slot and >= 0 ? _block.Became(_record, slot) : null;

    private ReadOnlySpan<char> Value(int column) => Remembered(column) is { } value ? value : Raw(column);
}
