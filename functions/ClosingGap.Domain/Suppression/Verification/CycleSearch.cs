namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// Moves a cell along cycles of cells that are in at most two lines each: what one line gains there it loses elsewhere. First cycles of up to four cells,
/// then the shortest one. Cells in more lines stay where they are.
/// </summary>
internal sealed class CycleSearch(LineIndex lines, int maxVisits)
{
    private const int ShortVisits = 2_000;
    private const int VisitsOfALine = 48;
    private readonly long[] _deviations = new long[lines.CellCount];
    private readonly List<int> _touched = [];
    private readonly List<(int Cell, int Direction)> _path = [];
    private readonly CyclePaths _paths = new(lines);
    private AttackSystem _system = null!;
    private FlowMode _mode;
    private int _target;
    private bool _isKnownFree;

    /// <summary>Moves the target up (1) or down (−1) by as much as wanted or as far as cycles allow.</summary>
    /// <returns>The other table; empty when it cannot be moved.</returns>
    public Move[] Push(AttackSystem system, FlowMode mode, int target, int direction, long wanted)
    {
        (_system, _mode, _target) = (system, mode, target);
        _isKnownFree = system.IsKnown[target];
        for (var left = Math.Min(wanted, Residual(target, direction)); left > 0;)
        {
            _path.Clear();
            if (!TryFind(direction))
            {
                break;
            }

            var amount = left;
            foreach (var (cell, step) in _path)
            {
                amount = Math.Min(amount, Residual(cell, step));
            }

            Shift(target, direction * amount);
            foreach (var (cell, step) in _path)
            {
                Shift(cell, step * amount);
            }

            left -= amount;
        }

        return Taken();
    }

    private bool TryFind(int direction)
    {
        var ends = lines.LinesOf(_target);
        if (ends.Length == 0)
        {
            return true;
        }

        var signs = lines.SignsOf(_target);
        var (from, to, imbalance, wanted) = (ends[0], lines.Ground, signs[0] * direction, 0);
        if (ends.Length == 2)
        {
            (to, wanted) = (ends[1], -signs[1] * direction);
            if (lines.Members(to).Length < lines.Members(from).Length)
            {
                (from, to, imbalance, wanted) = (to, from, -wanted, -imbalance);
            }
        }

        return TryShort(from, imbalance, to, wanted) || TryShortest(from, imbalance, to, wanted);
    }

    private bool TryShort(int from, int imbalance, int to, int wanted)
    {
        var visits = 0;
        foreach (var first in lines.Members(from))
        {
            var step = -imbalance * lines.Sign(first, from);
            if (++visits > ShortVisits || !CanMove(first, step))
            {
                continue;
            }

            var (middle, sign) = lines.Other(first, from);
            var left = sign * step;
            if (middle == to && (left == wanted || to == lines.Ground))
            {
                _path.Add((first, step));
                return true;
            }

            if (middle != lines.Ground && TryClose(first, step, middle, left, to, wanted, ref visits))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryClose(int first, int firstStep, int middle, int imbalance, int to, int wanted, ref int visits)
    {
        var visitsHere = 0;
        foreach (var second in lines.Members(middle))
        {
            if (++visitsHere > VisitsOfALine)
            {
                break;
            }

            visits++;
            var step = -imbalance * lines.Sign(second, middle);
            if (second == first || !CanMove(second, step))
            {
                continue;
            }

            var (last, sign) = lines.Other(second, middle);
            var left = sign * step;
            for (var third = last == lines.Ground ? -1 : lines.FirstBetween(last, to); third >= 0; third = lines.NextBetween(third))
            {
                var thirdStep = -left * lines.Sign(third, last);
                if (third != first && third != second && CanMove(third, thirdStep) && lines.Other(third, last).Sign * thirdStep == wanted)
                {
                    _path.AddRange([(first, firstStep), (second, step), (third, thirdStep)]);
                    return true;
                }
            }
        }

        return false;
    }

    private bool TryShortest(int from, int imbalance, int to, int wanted)
    {
        _paths.Start(from, imbalance);
        var visits = 0;
        while (_paths.TryNext(out var line, out var left))
        {
            foreach (var cell in lines.Members(line))
            {
                if (++visits > maxVisits)
                {
                    return false;
                }

                if (line != lines.Ground)
                {
                    if (TryStep(line, cell, -left * lines.Sign(cell, line), to, wanted))
                    {
                        return true;
                    }
                }
                else if (TryStep(line, cell, 1, to, wanted) || TryStep(line, cell, -1, to, wanted))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool TryStep(int line, int cell, int step, int to, int wanted)
    {
        if (!CanMove(cell, step))
        {
            return false;
        }

        var (other, sign) = lines.Other(cell, line);
        return _paths.Reach(other, sign * step, cell, step)
            && other == to && (to == lines.Ground || sign * step == wanted)
            && _paths.TryTrace(other, sign * step, _path);
    }

    private bool CanMove(int cell, int step) =>
        cell != _target && lines.IsEdge(cell) && (_isKnownFree || !_system.IsKnown[cell]) && Residual(cell, step) > 0;

    private long Residual(int cell, int step) => step > 0
        ? _system.Up(_mode, cell) - _deviations[cell]
        : _system.Down(_mode, cell) + _deviations[cell];

    private void Shift(int cell, long by)
    {
        if (_deviations[cell] == 0)
        {
            _touched.Add(cell);
        }

        _deviations[cell] += by;
    }

    private Move[] Taken()
    {
        var moves = new List<Move>(_touched.Count);
        foreach (var cell in _touched)
        {
            var by = _deviations[cell];
            _deviations[cell] = 0;
            if (by != 0)
            {
                moves.Add(_mode switch
                {
                    FlowMode.Outcomes => new(cell, by, 0),
                    FlowMode.NonOutcomes => new(cell, 0, by),
                    _ => new(cell, by, -by),
                });
            }
        }

        _touched.Clear();
        return [.. moves];
    }
}
