using ClosingGap.Domain.Suppression.Marking;
using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>
/// The attack on one measure by the difference to one earlier release. Where both tell a cell and its students differ by fewer than the minimum, a reader takes it
/// that nobody else changed and looks for the outcomes of those who came or went. The two releases are tied: in every cell the difference of outcomes lies
/// between none and all of those who came or went, and is 0 where nobody did. Of such pairs of tables two must be possible in which the cell's difference is as
/// far apart as promised (at most the number who came or went): so one student who came may have the outcome or not. They are sought by changing the table of
/// now while that of then stays true, the other way round, and both at once.
/// </summary>
internal sealed class DifferenceAttack
{
    private static readonly NeighbourhoodKind[] s_kinds = [NeighbourhoodKind.Organisation, NeighbourhoodKind.Suppressed];
    private static readonly int[] s_sizes = [40, 100];
    private readonly EarlierMeasure _told;
    private readonly CountCell[] _cells;
    private readonly SuppressionPattern _pattern;
    private readonly LineIndex _lines;
    private readonly SuppressionRules _rules;
    private readonly int _measure;
    private readonly (AttackSystem System, Verifier Verifier) _now;
    private readonly (AttackSystem System, Verifier Verifier) _then;
    private readonly AttackSystem _joint;
    private readonly DifferenceBounds[] _bounds;
    private readonly int[] _taken;
    private WitnessRecord _both;
    private List<(Move[] Then, Move[] Difference)> _pairs = [];

    public DifferenceAttack(EarlierMeasure told, SuppressionPattern pattern, LineIndex lines, CountCell[] cells, int measure, SuppressionRules rules, CycleSearch cycles)
    {
        (_told, _pattern, _lines, _cells, _measure, _rules) = (told, pattern, lines, cells, measure, rules);
        _taken = new int[cells.Length];
        (_now, _then) = (Begin(), Begin());
        (_joint, _bounds, _both) = (new AttackSystem(lines, cells, rules), new DifferenceBounds[_taken.Length], new WitnessRecord(_taken.Length));

        (AttackSystem, Verifier) Begin()
        {
            var system = new AttackSystem(lines, cells, rules);
            return (system, new Verifier(lines, system, rules, cycles));
        }
    }

    /// <summary>Adds the cells whose difference may tell too much.</summary>
    public void Run(List<Failure> failures, CancellationToken cancellationToken)
    {
        Refresh();
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsAsked(cell) && !IsProtected(cell))
            {
                failures.Add(new Failure(_measure, cell, IsDifference: true));
            }
        }
    }

    private void Refresh()
    {
        var (holdsNow, holdsThen) = (true, true);
        for (var cell = 0; cell < _taken.Length; cell++)
        {
            var state = 1 + (_pattern.IsSuppressed(cell) ? 2 : 0) + (4 * _pattern.Coarser(_measure, cell));
            if (state != _taken[cell])
            {
                _taken[cell] = state;
                var (now, then) = Take(cell);
                (holdsNow, holdsThen) = (holdsNow && now, holdsThen && then);
            }
        }

        if (!holdsNow)
        {
            _now.Verifier.Recheck();
        }

        if (!holdsThen)
        {
            _then.Verifier.Recheck();
        }

        if (!holdsNow || !holdsThen)
        {
            var seen = _pairs;
            (_both, _pairs) = (new WitnessRecord(_taken.Length), []);
            foreach (var (then, difference) in seen)
            {
                Credit(then, difference);
            }
        }
    }

    /// <summary>Takes a cell over. False when less is possible than before.</summary>
    private (bool Now, bool Then) Take(int cell)
    {
        var counts = _cells[cell];
        var now = Bounds(counts, _pattern.Publish(_measure, cell));
        var bounds = _told.Cells[cell] is { } then
            ? new DifferenceBounds(Bounds(then, _told.Published[cell]), now, Room(counts, then))
            : new DifferenceBounds((0, 0), now, now);
        _bounds[cell] = bounds;
        var (ofNow, ofThen) = (bounds.OfNow, bounds.OfThen);
        var joint = bounds.Difference is (0, 0) ? (Math.Min(now.Up, bounds.Then.Up), Math.Min(now.Down, bounds.Then.Down)) : (Math.Max(now.Up, bounds.Then.Up), Math.Max(now.Down, bounds.Then.Down));
        return (
            _now.System.Bound(cell, ofNow.Up, ofNow.Down) & _joint.Bound(cell, joint.Item1, joint.Item2),
            _then.System.Bound(cell, ofThen.Up, ofThen.Down));
    }

    /// <summary>By how much outcomes can differ from the true ones, for all that is published of the cell itself, its students being known.</summary>
    private static (int Up, int Down) Bounds(CountCell counts, PublishedCell? published)
    {
        if (published is { Students.Status: ValueStatus.Exact, Percent.IsShown: true })
        {
            return OutcomeRange.Around(counts, published.Percent);
        }

        return published is { Students.Status: ValueStatus.Suppressed } ? (OutcomeRange.AtMost(counts.NonOutcomes), OutcomeRange.AtMost(counts.Outcomes)) : (0, 0);
    }

    /// <summary>
    /// By how much the difference can grow and shrink until none or all of those who came or went have the outcome. Where others changed too, the reader's
    /// assumption is false, and nothing follows from it.
    /// </summary>
    private static (int Up, int Down) Room(CountCell now, CountCell then)
    {
        var (students, change) = (now.Students - then.Students, now.Outcomes - then.Outcomes);
        var (up, down) = (Math.Max(0, students) - change, change - Math.Min(0, students));
        return up < 0 || down < 0 ? (int.MaxValue, int.MaxValue) : (OutcomeRange.AtMost(up), OutcomeRange.AtMost(down));
    }

    /// <summary>True when both releases tell the students, and fewer came or went than the minimum asks to have changed.</summary>
    private bool IsAsked(int cell) => Moved(cell) is > 0 and var moved && moved < _rules.MinimumStudents && _cells[cell].Students > 0 && !_pattern.IsSuppressed(cell)
        && _told.Published[cell] is { Students.Status: ValueStatus.Exact, Percent.IsShown: true };

    private long Moved(int cell) => _told.Cells[cell] is { } then ? Math.Abs(_cells[cell].Students - then.Students) : 0;

    private bool IsProtected(int cell)
    {
        var width = Math.Min(Moved(cell), _rules.OutcomeWidth);
        return Span(cell) >= width
            || _now.Verifier.Widen(cell, width, withPrograms: false) || _then.Verifier.Widen(cell, width, withPrograms: false)
            || _now.Verifier.Widen(cell, width, withPrograms: true) || _then.Verifier.Widen(cell, width, withPrograms: true)
            || (_bounds[cell] is var bounds && Reach(bounds.Now) + Reach(bounds.Then) >= width && IsWide(cell, width));

        static long Reach((int Up, int Down) bound) => (long)bound.Up + bound.Down;
    }

    /// <summary>How far the cell's difference was seen to vary.</summary>
    private long Span(int cell) => Math.Max(_both.OutcomeSpan(cell), Math.Max(_now.Verifier.Record.OutcomeSpan(cell), _then.Verifier.Record.OutcomeSpan(cell)));

    /// <summary>Both tables change at once, and where nobody moved alike.</summary>
    private bool IsWide(int cell, long width)
    {
        foreach (var kind in s_kinds)
        {
            var neighbourhood = new Neighbourhood(_lines, _joint, cell, kind);
            foreach (var size in s_sizes)
            {
                if (!neighbourhood.Grow(size) && size > s_sizes[0])
                {
                    break;
                }

                var program = new DifferenceProgram(_lines, neighbourhood, member => _bounds[member]);
                foreach (var direction in (int[])[1, -1])
                {
                    var (then, difference) = program.Furthest(cell, direction, width);
                    Credit(then, difference);
                }

                if (Span(cell) >= width)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Credit(Move[] then, Move[] difference)
    {
        if (Holds(then, difference) && _both.Credit(difference, addsUp: false, static _ => true))
        {
            _pairs.Add((then, difference));
        }
    }

    private bool Holds(Move[] then, Move[] difference)
    {
        var thenOf = then.ToDictionary(move => move.Cell, move => move.Outcomes);
        var differenceOf = difference.ToDictionary(move => move.Cell, move => move.Outcomes);
        return thenOf.Keys.Union(differenceOf.Keys).All(cell => _bounds[cell].Allow(thenOf.GetValueOrDefault(cell), differenceOf.GetValueOrDefault(cell)))
            && _joint.AreLinesKept(then) && _joint.AreLinesKept(difference);
    }
}
