using System.Runtime.InteropServices;

namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// Cells around one cell among which another table is sought; all others keep their true values. It grows so that every line it touches has at least two of
/// its cells, first by cells that touch few new lines: those close a pattern instead of opening another one.
/// </summary>
internal sealed class Neighbourhood
{
    private const int MostOfALine = 32;
    private const int MostOfAnOrganisation = 72;
    private const int CandidatesOfALongLine = 16;
    private readonly LineIndex _lines;
    private readonly AttackSystem _system;
    private readonly int _target;
    private readonly NeighbourhoodKind _kind;
    private readonly List<int> _cells = [];
    private readonly HashSet<int> _members = [];
    private readonly Dictionary<int, int> _countOfLine = [];
    private readonly List<int> _touched = [];

    // Of each long line: its members in short lines that are touched.
    private readonly Dictionary<int, List<int>> _near = [];
    private readonly List<int> _candidates = [];
    private readonly HashSet<int> _full = [];
    private int _settled;
    private int _turn;

    public Neighbourhood(LineIndex lines, AttackSystem system, int target, NeighbourhoodKind kind)
    {
        (_lines, _system, _target, _kind) = (lines, system, target, kind);
        Add(target);
        if (kind == NeighbourhoodKind.Line)
        {
            var shortest = -1;
            foreach (var line in lines.LinesOf(target))
            {
                shortest = shortest < 0 || lines.Members(line).Length < lines.Members(shortest).Length ? line : shortest;
            }

            Add(shortest, MostOfALine);
        }
        else if (kind == NeighbourhoodKind.Organisation)
        {
            for (var next = 0; next < _touched.Count && _cells.Count < MostOfAnOrganisation; next++)
            {
                Add(lines.Members(_touched[next]).Length <= MostOfALine ? _touched[next] : -1, MostOfAnOrganisation);
            }
        }
    }

    public IReadOnlyList<int> Cells => _cells;

    /// <summary>The lines that hold any of the cells.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Grows to a number of cells. False when nothing was left to add.</summary>
    public bool Grow(int size)
    {
        var before = _cells.Count;
        while (_cells.Count < size)
        {
            var added = Needy() is { } line ? Best(line, _kind == NeighbourhoodKind.Suppressed) : -1;
            if (added < 0)
            {
                added = Next();
            }

            if (added < 0)
            {
                break;
            }

            Add(added);
        }

        return _cells.Count > before;
    }

    /// <summary>A line with one cell only, to which another could be added.</summary>
    private int? Needy()
    {
        // A line that is not needy, or to which nothing can be added, stays so.
        for (; _settled < _touched.Count; _settled++)
        {
            var line = _touched[_settled];
            if (_countOfLine[line] == 1 && HasMore(line))
            {
                return line;
            }
        }

        return null;
    }

    private bool HasMore(int line)
    {
        foreach (var cell in Candidates(line))
        {
            if (!_members.Contains(cell) && CanMove(cell))
            {
                return true;
            }
        }

        return false;
    }

    private int Next()
    {
        for (var tries = 0; tries < _touched.Count; tries++)
        {
            _turn = (_turn + 1) % _touched.Count;
            var cell = _full.Contains(_touched[_turn]) ? -1 : Best(_touched[_turn], _kind != NeighbourhoodKind.Line);
            if (cell >= 0)
            {
                return cell;
            }

            _full.Add(_touched[_turn]);
        }

        return -1;
    }

    private int Best(int line, bool areSuppressedFirst)
    {
        var (best, bestRank) = (-1, (int.MaxValue, int.MaxValue, long.MaxValue));
        foreach (var cell in Candidates(line))
        {
            if (!_members.Contains(cell) && CanMove(cell))
            {
                var rank = Rank(cell, areSuppressedFirst);
                if (rank.CompareTo(bestRank) < 0)
                {
                    (best, bestRank) = (cell, rank);
                }
            }
        }

        return best;
    }

    private bool CanMove(int cell) => _system.FreedomOf(cell) switch
    {
        Freedom.All => !_system.IsKnown[cell] || _system.IsKnown[_target],
        Freedom.Outcomes => _system.Up(FlowMode.Exchange, cell) + _system.Down(FlowMode.Exchange, cell) > 0,
        _ => false,
    };

    private (int, int, long) Rank(int cell, bool areSuppressedFirst)
    {
        var unlike = areSuppressedFirst && _system.FreedomOf(_target) == Freedom.All && _system.FreedomOf(cell) != Freedom.All ? 1 : 0;
        var opened = 0;
        foreach (var line in _lines.LinesOf(cell))
        {
            opened += _countOfLine.ContainsKey(line) ? 0 : 1;
        }

        return (unlike, opened, -_system.Slack(cell));
    }

    /// <summary>All members of a line; of a long one those that touch few new lines, and the first of those that leave most open.</summary>
    private ReadOnlySpan<int> Candidates(int line)
    {
        if (!_system.LongLines.IsLong(line))
        {
            return _lines.Members(line);
        }

        _candidates.Clear();
        _candidates.AddRange(_near.GetValueOrDefault(line, []));
        var (suppressed, others) = _system.LongLines.MostOpenFirst(line);
        AddFirst(suppressed);
        AddFirst(others);
        return CollectionsMarshal.AsSpan(_candidates);
    }

    private void AddFirst(int[] cells)
    {
        var left = CandidatesOfALongLine;
        for (var i = 0; i < cells.Length && left > 0; i++)
        {
            if (!_members.Contains(cells[i]) && CanMove(cells[i]))
            {
                _candidates.Add(cells[i]);
                left--;
            }
        }
    }

    private void Add(int line, int most)
    {
        foreach (var cell in line >= 0 ? _lines.Members(line) : [])
        {
            if (_cells.Count < most && !_members.Contains(cell) && CanMove(cell))
            {
                Add(cell);
            }
        }
    }

    private void Add(int cell)
    {
        _cells.Add(cell);
        _members.Add(cell);
        foreach (var line in _lines.LinesOf(cell))
        {
            if (!_countOfLine.TryGetValue(line, out var count))
            {
                _touched.Add(line);
                Approach(line);
            }

            _countOfLine[line] = count + 1;
        }
    }

    private void Approach(int line)
    {
        if (_system.LongLines.IsLong(line))
        {
            return;
        }

        foreach (var cell in _lines.Members(line))
        {
            foreach (var other in _lines.LinesOf(cell))
            {
                if (_system.LongLines.IsLong(other))
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_near, other, out _) ??= []).Add(cell);
                }
            }
        }
    }
}
