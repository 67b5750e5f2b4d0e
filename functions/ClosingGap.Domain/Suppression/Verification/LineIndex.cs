namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// Which cells each line holds, and which lines each cell is in, as flat arrays. A line says: the sum of sign · cell is 0; the total has sign −1. A cell
/// in one or two lines is an edge of a graph whose nodes are the lines; that of a cell in one line ends at the <see cref="Ground"/>, which holds no identity.
/// </summary>
internal sealed class LineIndex
{
    private readonly int[] _lineStarts;
    private readonly int[] _members;
    private readonly int[] _cellStarts;
    private readonly int[] _linesOfCells;
    private readonly sbyte[] _signs;
    private readonly Dictionary<long, int> _firstBetween = [];
    private readonly int[] _nextBetween;
    private readonly int[] _grounded;

    public LineIndex(CountTables tables)
        : this(tables, tables.Lines.Count)
    {
    }

    /// <param name="tables">The cells and lines.</param>
    /// <param name="ownCount">How many of the lines are of the new release; the others join an earlier one to it.</param>
    public LineIndex(CountTables tables, int ownCount)
    {
        CellCount = tables.CellCount;
        Count = tables.Lines.Count;
        OwnCount = ownCount;
        _lineStarts = new int[Count + 1];
        _cellStarts = new int[CellCount + 1];
        for (var line = 0; line < Count; line++)
        {
            _lineStarts[line + 1] = _lineStarts[line] + tables.Lines[line].Parts.Count + tables.Lines[line].Less.Count + 1;
        }

        _members = new int[_lineStarts[Count]];
        var ofParts = new int[Count];
        for (var line = 0; line < Count; line++)
        {
            var at = _lineStarts[line];
            _members[at++] = tables.Lines[line].Total;
            foreach (var part in tables.Lines[line].Parts)
            {
                _members[at++] = part;
            }

            ofParts[line] = at;
            foreach (var part in tables.Lines[line].Less)
            {
                _members[at++] = part;
            }
        }

        foreach (var cell in _members)
        {
            _cellStarts[cell + 1]++;
        }

        for (var cell = 0; cell < CellCount; cell++)
        {
            _cellStarts[cell + 1] += _cellStarts[cell];
        }

        _linesOfCells = new int[_members.Length];
        _signs = new sbyte[_members.Length];
        var next = _cellStarts[..CellCount];
        for (var line = 0; line < Count; line++)
        {
            for (var at = _lineStarts[line]; at < _lineStarts[line + 1]; at++)
            {
                var slot = next[_members[at]]++;
                _linesOfCells[slot] = line;
                _signs[slot] = at == _lineStarts[line] || at >= ofParts[line] ? (sbyte)-1 : (sbyte)1;
            }
        }

        _nextBetween = new int[CellCount];
        _grounded = [.. Enumerable.Range(0, CellCount).Where(cell => LinesOf(cell).Length == 1)];
        for (var cell = CellCount - 1; cell >= 0; cell--)
        {
            IndexEdge(cell);
        }
    }

    public int CellCount { get; }

    /// <summary>The number of lines, and the index of the ground.</summary>
    public int Count { get; }

    public int Ground => Count;

    /// <summary>The lines of the new release come first; those from here on join an earlier one to it, and say nothing of sums.</summary>
    public int OwnCount { get; }

    /// <summary>The total, then the parts, then what is taken off. Of the ground: the cells in one line only.</summary>
    public ReadOnlySpan<int> Members(int line) => line == Ground ? _grounded : _members.AsSpan(_lineStarts[line], _lineStarts[line + 1] - _lineStarts[line]);

    public ReadOnlySpan<int> Parts(int line) => Members(line)[1..];

    public int Total(int line) => _members[_lineStarts[line]];

    public ReadOnlySpan<int> LinesOf(int cell) => _linesOfCells.AsSpan(_cellStarts[cell], _cellStarts[cell + 1] - _cellStarts[cell]);

    /// <summary>The signs of a cell in its lines, in the order of <see cref="LinesOf"/>.</summary>
    public ReadOnlySpan<sbyte> SignsOf(int cell) => _signs.AsSpan(_cellStarts[cell], _cellStarts[cell + 1] - _cellStarts[cell]);

    /// <summary>True when the cell is in at most two lines.</summary>
    public bool IsEdge(int cell) => _cellStarts[cell + 1] - _cellStarts[cell] <= 2;

    /// <summary>The other end of an edge, and the edge's sign there; 0 at the ground.</summary>
    public (int Line, int Sign) Other(int edge, int line)
    {
        var lines = LinesOf(edge);
        if (line == Ground)
        {
            return (lines[0], SignsOf(edge)[0]);
        }

        if (lines.Length == 1)
        {
            return (Ground, 0);
        }

        var other = lines[0] == line ? 1 : 0;
        return (lines[other], SignsOf(edge)[other]);
    }

    /// <summary>The sign of a cell in one of its lines; 0 at the ground.</summary>
    public int Sign(int cell, int line)
    {
        var lines = LinesOf(cell);
        var at = lines.IndexOf(line);
        return at < 0 ? 0 : SignsOf(cell)[at];
    }

    /// <summary>The first edge between two lines, −1 when there is none.</summary>
    public int FirstBetween(int line, int other) => _firstBetween.GetValueOrDefault(Key(line, other), -1);

    /// <summary>The next edge between the same two lines, −1 after the last.</summary>
    public int NextBetween(int edge) => _nextBetween[edge];

    private void IndexEdge(int cell)
    {
        _nextBetween[cell] = -1;
        var lines = LinesOf(cell);
        if (lines.Length is 1 or 2)
        {
            var key = Key(lines[0], lines.Length == 2 ? lines[1] : Ground);
            _nextBetween[cell] = _firstBetween.GetValueOrDefault(key, -1);
            _firstBetween[key] = cell;
        }
    }

    private long Key(int line, int other) => ((long)Math.Min(line, other) * (Count + 1)) + Math.Max(line, other);
}
