using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Which rows of base and staged make the new shard, in the order of their keys, and what that changes.</summary>
internal sealed class MergePlan
{
    private readonly TableCells _cells;
    private readonly int _baseRows;
    private readonly List<bool> _deletions;
    private readonly TableMode _mode;
    private readonly Action<int, int>? _touched;
    private readonly int[] _rows;
    private int _lastPublished = -1;
    private int _count;
    private long _added;
    private long _removed;
    private long _changed;
    private long _unchanged;

    /// <param name="cells">The base's rows, then the staged ones.</param>
    /// <param name="deletions">For each staged row whether it deletes.</param>
    /// <param name="touched">Hears of every key that is not as it was: its row of the base and its new row, -1 where there is none.</param>
    public MergePlan(TableCells cells, int baseRows, List<bool> deletions, TableMode mode, Action<int, int>? touched = null)
    {
        _cells = cells;
        _baseRows = baseRows;
        _deletions = deletions;
        _mode = mode;
        _touched = touched;
        _rows = new int[cells.RowCount];
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] = row;
        }

        var keys = RowKeys.Of(cells);
        Array.Sort(keys, _rows);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; end++)
            {
            }

            // The sort is not stable: among equal keys, the order of arrival is what "first" and "last" mean.
            var same = _rows.AsSpan(start, end - start);
            same.Sort();
            Take(same);
        }
    }

    /// <summary>The new shard's rows. They overwrite the sorted ones, of which there are never fewer.</summary>
    public ReadOnlyMemory<int> Rows => _rows.AsMemory(0, _count);

    /// <summary>True when the base's rows have distinct keys and their order, as those of a merge have.</summary>
    public bool BaseInOrder { get; private set; } = true;

    public ShardMergeResult Result => new(_count, _added, _removed, _changed, _unchanged);

    /// <summary>Decides on the rows of one key: of the base first, then staged.</summary>
    private void Take(ReadOnlySpan<int> same)
    {
        var inBase = 0;
        while (inBase < same.Length && same[inBase] < _baseRows)
        {
            inBase++;
        }

        var published = inBase == 0 ? -1 : same[inBase - 1];
        if (published >= 0)
        {
            BaseInOrder &= inBase == 1 && published > _lastPublished;
            _lastPublished = published;
        }

        var winner = _mode == TableMode.Bulk ? FirstStaged(same[inBase..]) : LastState(same[inBase..], published);
        if (winner < 0)
        {
            _removed += published < 0 ? 0 : 1;
            if (published >= 0)
            {
                _touched?.Invoke(published, winner);
            }

            return;
        }

        if (published >= 0 && (winner == published || _cells.RowsEqual(winner, published)))
        {
            _unchanged++;
        }
        else
        {
            _added += published < 0 ? 1 : 0;
            _changed += published < 0 ? 0 : 1;
            _touched?.Invoke(published, winner);
        }

        _rows[_count++] = winner;
    }

    private int FirstStaged(ReadOnlySpan<int> staged)
    {
        foreach (var row in staged)
        {
            if (!_deletions[row - _baseRows])
            {
                return row;
            }
        }

        return -1;
    }

    private int LastState(ReadOnlySpan<int> staged, int published) =>
        staged.IsEmpty ? published : _deletions[staged[^1] - _baseRows] ? -1 : staged[^1];
}
