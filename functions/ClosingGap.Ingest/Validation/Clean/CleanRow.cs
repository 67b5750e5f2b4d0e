using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>The current record of a file, read where it stands: cells by column of the contract, and their hashes, each made once.</summary>
internal sealed class CleanRow(FileContract contract, HeaderPlan plan, CsvFile csv) : CanonicalRow
{
    private readonly int[] _positions = [.. plan.Source];
    private readonly int[] _columnOfOrdinal = Columns(contract);
    private readonly string?[] _became = new string?[contract.Columns.Count];
    private readonly ulong[] _hashes = new ulong[contract.Columns.Count];
    private readonly long[] _hashedAt = new long[contract.Columns.Count];
    private bool _hasBecome;

    /// <summary>A cell of the record as it stands; empty when blank, or when the file has no such column.</summary>
    public ReadOnlySpan<char> Raw(int column) => _positions[column] is var position and >= 0 ? csv.Field(position) : default;

    /// <summary>The hash of a cell.</summary>
    public ulong Hash(int column)
    {
        if (_hashedAt[column] != csv.Row)
        {
            _hashes[column] = KeyHash.Of(Raw(column));
            _hashedAt[column] = csv.Row;
        }

        return _hashes[column];
    }

    /// <inheritdoc />
    public override ReadOnlySpan<char> this[int ordinal] => _columnOfOrdinal[ordinal] is var column and >= 0 ? Value(column) : default;

    /// <summary>Says what a cell became in canonical form.</summary>
    public void Become(int column, string? value)
    {
        _became[column] = value;
        _hasBecome = true;
    }

    /// <summary>Begins with the next record.</summary>
    public void Begin()
    {
        if (_hasBecome)
        {
            Array.Clear(_became);
            _hasBecome = false;
        }
    }

    /// <inheritdoc />
    public override string?[] ToCells()
    {
        var cells = new string?[_columnOfOrdinal.Length];
        for (var ordinal = 0; ordinal < cells.Length; ordinal++)
        {
            var column = _columnOfOrdinal[ordinal];
            cells[ordinal] = column < 0 ? null : _became[column] ?? (_positions[column] < 0 ? null : csv.TextOf(_positions[column]));
        }

        return cells;
    }

    private ReadOnlySpan<char> Value(int column) => _became[column] is { } value ? value : Raw(column);

    private static int[] Columns(FileContract contract)
    {
        var columns = new int[contract.Canonical?.Columns.Count ?? 0];
        Array.Fill(columns, -1);
        for (var column = 0; column < contract.CanonicalOrdinals.Count; column++)
        {
            if (contract.CanonicalOrdinals[column] is var ordinal and >= 0)
            {
                columns[ordinal] = column;
            }
        }

        return columns;
    }
}
