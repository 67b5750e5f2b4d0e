using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>One record of a block, read where it stands: cells and hashes by column of the contract.</summary>
internal sealed class CleanRow(CleanShape shape, CsvRowMaker maker) : CanonicalRow
{
    private readonly int[] _positions = shape.Positions;
    private readonly int[] _hashSlots = shape.HashSlots;
    private readonly int _hashedCount = shape.HashedCount;
    private CleanBlock _block = null!;
    private byte[] _text = [];
    private CsvField[] _fields = [];
    private ulong[] _hashes = [];
    private int _record;
    private int _first;
    private int _firstHash;

    /// <summary>A cell of the record as it stands; empty when blank, or when the file has no such column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Raw(int column)
    {
        var position = _positions[column];
        if (position < 0)
        {
            return default;
        }

        ref readonly var field = ref _fields[_first + position];
        return _text.AsSpan(field.Start, field.Length);
    }

    /// <summary>The text in which the cells stand.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>Where the cells stand, by their places in the file.</summary>
    public ReadOnlySpan<CsvField> Fields => _fields.AsSpan(_first, _block.Csv[_record].Kept);

    /// <summary>The hashes of the row, to be written.</summary>
    public Span<ulong> Hashes => _hashes.AsSpan(_firstHash, _hashedCount);

    /// <summary>The hash of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash(int column) => _hashSlots[column] is var slot and >= 0 ? _hashes[_firstHash + slot] : KeyHash.Of(Raw(column));

    /// <summary>The number of the row.</summary>
    public long Number => _block.Csv[_record].Row;

    /// <summary>The hash of a key of several cells.</summary>
    public ulong CompositeKey => _hashes[_firstHash];

    /// <summary>Goes to a record.</summary>
    public void Stand(CleanBlock block, int record)
    {
        if (!ReferenceEquals(_block, block))
        {
            (_block, _text, _fields, _hashes) = (block, block.Csv.TextArray, block.Csv.FieldArray, block.Hashes);
        }

        _record = record;
        _first = block.Csv[record].First;
        _firstHash = record * _hashedCount;
    }

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
}
