using System.Runtime.CompilerServices;
using System.Text;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>
/// Reads blocks of records one ahead of their judgement, on another thread: which are clean, and the hashes of their ids. Nothing of this
/// depends on other rows.
/// </summary>
internal sealed class CleanReader : IAsyncDisposable
{
    private readonly CsvBlockReader _blocks;
    private readonly CleanShape _shape;
    private readonly CleanCells _cells;
    private readonly CleanRow _row;
    private readonly byte[] _firstHeader;
    private readonly int _width;
    private readonly int[] _oneOf;
    private readonly CancellationToken _cancellationToken;
    private int _before;
    private Task<CleanBlock>? _ahead;

    public CleanReader(FileContract contract, CsvFile csv, CleanShape shape, CleanCells cells, CancellationToken cancellationToken)
    {
        _blocks = csv.Blocks();
        _shape = shape;
        _cells = cells;
        _row = new CleanRow(shape, csv.Maker);
        _firstHeader = Encoding.UTF8.GetBytes(csv.Header[0]);
        _width = csv.Header.Count;
        _oneOf = contract.Name == "gradingPeriodGrades" ? [.. ExtensionRules.GradeColumns.ToArray().Select(contract.IndexOf)] : [];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Blank lines met so far.</summary>
    public long BlankLines => _blocks.BlankLines;

    /// <summary>Gives the next block and begins with the one behind it.</summary>
    public async ValueTask<CleanBlock> NextAsync()
    {
        var block = await (_ahead ?? ReadAsync()).ConfigureAwait(false);
        _ahead = block.Csv.IsLast ? null : Task.Run(ReadAsync, CancellationToken.None);
        return block;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_ahead is { } ahead)
        {
            _ahead = null;
            (await ahead.ConfigureAwait(false)).Dispose();
        }
    }

    private async Task<CleanBlock> ReadAsync()
    {
        var block = new CleanBlock(await _blocks.NextAsync(_cancellationToken).ConfigureAwait(false), _shape);
        _before = -1;
        for (var record = 0; record < block.Csv.Count; record++)
        {
            Look(block, record);
        }

        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Look(CleanBlock block, int record)
    {
        ref readonly var csv = ref block.Csv[record];
        if (csv.Fault is not null || csv.Deviation is not null || csv.HasEscapes || csv.FieldCount != _width
            || block.Csv.Field(in csv, 0).SequenceEqual(_firstHeader))
        {
            return;
        }

        _row.Stand(block, record);
        if (!_cells.AreClean(_row, _before) || !HasOneOf())
        {
            return;
        }

        if (_shape.HasCompositeKey)
        {
            var key = KeyHash.Seed;
            foreach (var column in _shape.Key)
            {
                key = KeyHash.Append(key, _row.Raw(column));
            }

            block.Hash(record, 0) = key;
        }

        block.SetClean(record);
        _before = record;
    }

    private bool HasOneOf()
    {
        foreach (var column in _oneOf)
        {
            if (!_row.Raw(column).IsEmpty)
            {
                return true;
            }
        }

        return _oneOf.Length == 0;
    }
}
