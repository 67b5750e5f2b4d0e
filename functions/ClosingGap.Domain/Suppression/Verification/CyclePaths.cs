namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>The state of one breadth-first search: a line together with the sign of what is out of balance there.</summary>
internal sealed class CyclePaths(LineIndex lines)
{
    private readonly int[] _stamps = new int[2 * (lines.Count + 1)];
    private readonly int[] _parents = new int[2 * (lines.Count + 1)];
    private readonly int[] _cells = new int[2 * (lines.Count + 1)];
    private readonly sbyte[] _steps = new sbyte[2 * (lines.Count + 1)];
    private readonly int[] _cellStamps = new int[lines.CellCount];
    private readonly Queue<int> _open = new();
    private int _stamp;
    private int _current;

    public void Start(int line, int imbalance)
    {
        _stamp++;
        _open.Clear();
        var state = StateOf(line, imbalance);
        _stamps[state] = _stamp;
        _parents[state] = -1;
        _open.Enqueue(state);
    }

    public bool TryNext(out int line, out int imbalance)
    {
        var found = _open.TryDequeue(out _current);
        line = _current / 2;
        imbalance = line == lines.Ground ? 0 : _current % 2 == 0 ? -1 : 1;
        return found;
    }

    /// <summary>False when the line was reached before.</summary>
    public bool Reach(int line, int imbalance, int cell, int step)
    {
        var state = StateOf(line, imbalance);
        if (_stamps[state] == _stamp)
        {
            return false;
        }

        _stamps[state] = _stamp;
        _parents[state] = _current;
        _cells[state] = cell;
        _steps[state] = (sbyte)step;
        _open.Enqueue(state);
        return true;
    }

    /// <summary>The steps that led there. False when one cell is among them twice: that is no cycle.</summary>
    public bool TryTrace(int line, int imbalance, List<(int Cell, int Direction)> path)
    {
        path.Clear();
        for (var state = StateOf(line, imbalance); _parents[state] >= 0; state = _parents[state])
        {
            if (_cellStamps[_cells[state]] == _stamp)
            {
                path.Clear();
                return false;
            }

            _cellStamps[_cells[state]] = _stamp;
            path.Add((_cells[state], _steps[state]));
        }

        return true;
    }

    private int StateOf(int line, int imbalance) => (2 * line) + (imbalance > 0 ? 1 : 0);
}
