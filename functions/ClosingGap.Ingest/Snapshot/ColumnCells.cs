using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>The cells of one column, one integer each: a number in the pool for text, else as in <see cref="CellCodec"/>.</summary>
internal sealed class ColumnCells(CanonicalColumn column)
{
    // Chunks, because a doubled array would hold the column twice while it grows; of 32 KiB, to stay out of the large object heap.
    private const int ChunkBits = 12;
    private const int ChunkRows = 1 << ChunkBits;

    private readonly List<long[]> _chunks = [];
    private long[] _current = [];
    private int _used;

    public CanonicalColumn Column { get; } = column;

    public StringPool? Pool { get; } = CellCodec.IsText(column.Type) ? new StringPool() : null;

    public int Count => _chunks.Count == 0 ? 0 : ((_chunks.Count - 1) << ChunkBits) + _used;

    public long this[int row] => _chunks[row >> ChunkBits][row & (ChunkRows - 1)];

    public void Add(long cell)
    {
        if (_used == _current.Length)
        {
            _current = new long[ChunkRows];
            _chunks.Add(_current);
            _used = 0;
        }

        _current[_used++] = cell;
    }

    public void AddText(ReadOnlySpan<char> text) => Add(Pool!.Add(text));

    /// <summary>Forgets the cells and keeps the strings.</summary>
    public void Clear()
    {
        _chunks.Clear();
        _current = [];
        _used = 0;
    }

    /// <summary>The cell in canonical form.</summary>
    public string? Text(int row)
    {
        var cell = this[row];
        return cell == CellCodec.Null ? null : Pool is null ? CellCodec.Format(Column.Type, cell) : Pool[(int)cell];
    }
}
