using ClosingGap.Domain.Suppression.Marking;
using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>
/// The attack on one measure by the difference to one earlier release. Where both tell a cell and its students differ by fewer than the minimum, a reader who
/// takes it that nobody else changed looks for the outcomes of those who came or went: between none and all of them have it. Of the differences of outcomes
/// within that, two must be possible that are as far apart as promised (at most the number who came or went), each with every line of both releases: so
/// one student who came may have the outcome or not.
/// </summary>
internal sealed class DifferenceAttack
{
    private readonly EarlierMeasure _told;
    private readonly MeasureTable _table;
    private readonly SuppressionPattern _pattern;
    private readonly SuppressionRules _rules;
    private readonly int _measure;
    private readonly Verifier _then;
    private readonly AttackSystem _system;
    private readonly bool[] _isTold;

    public DifferenceAttack(EarlierMeasure told, SuppressionPattern pattern, MeasureTable table, int measure, SuppressionRules rules, CycleSearch cycles)
    {
        (_told, _pattern, _table, _measure, _rules) = (told, pattern, table, measure, rules);
        _system = new AttackSystem(pattern.Lines, rules);
        _isTold = new bool[table.Cells.Count];
        for (var cell = 0; cell < table.Cells.Count; cell++)
        {
            Take(cell);
        }

        _then = new Verifier(pattern.Lines, _system, rules, cycles);
    }

    /// <summary>Adds the cells whose difference may tell too much.</summary>
    /// <param name="now">What was seen of the new release; more is sought where it matters.</param>
    /// <param name="failures">Takes them.</param>
    public void Run(Verifier now, List<Failure> failures)
    {
        // A cell that was suppressed then and is told now is known; when it is suppressed now as well, more is possible than before.
        for (var cell = 0; cell < _table.Cells.Count; cell++)
        {
            if (_isTold[cell] != IsToldNow(cell))
            {
                Take(cell);
            }
        }

        for (var cell = 0; cell < _table.Cells.Count; cell++)
        {
            if (!_pattern.IsSuppressed(cell) && Difference(cell) is { } difference && !IsProtected(now, cell, difference))
            {
                failures.Add(new Failure(_measure, cell, IsDifference: true));
            }
        }
    }

    private void Take(int cell)
    {
        _isTold[cell] = IsToldNow(cell);
        _system.Set(cell, _told.Cells[cell] ?? default, _told.Published[cell], _rules.OutcomeWidth, _isTold[cell]);
    }

    private bool IsToldNow(int cell) =>
        _told.Published[cell] is { Students.Status: ValueStatus.Suppressed } && _told.Cells[cell] is { } then && !_pattern.IsSuppressed(cell)
        && Math.Abs(_table.Cells[cell].Students - then.Students) < _rules.MinimumStudents;

    /// <summary>Null when either release does not tell the students, or as many stayed as the minimum asks to have changed.</summary>
    private CountCell? Difference(int cell)
    {
        if (_told.Published[cell] is not { Students.Status: ValueStatus.Exact, Percent.IsShown: true } || _told.Cells[cell] is not { } then)
        {
            return null;
        }

        var now = _table.Cells[cell];
        var students = now.Students - then.Students;
        return students == 0 || Math.Abs(students) >= _rules.MinimumStudents || now.Students == 0 ? null : new CountCell(students, now.Outcomes - then.Outcomes);
    }

    private bool IsProtected(Verifier now, int cell, CountCell difference)
    {
        var (least, most) = (Math.Min(0, difference.Students), Math.Max(0, difference.Students));
        var width = Math.Min(most - least, _rules.OutcomeWidth);
        if (IsWide(now, cell, difference.Outcomes, least, most, width))
        {
            return true;
        }

        // What stands furthest from the difference of now is worth going to, and no further; by cycles first.
        var reach = Math.Max(Math.Abs(difference.Outcomes - least), Math.Abs(most - difference.Outcomes)) + width;
        foreach (var withPrograms in (bool[])[false, true])
        {
            for (var deviation = 1L; deviation <= reach; deviation++)
            {
                now.Explore(cell, deviation, withPrograms);
                now.Explore(cell, -deviation, withPrograms);
                _then.Explore(cell, deviation, withPrograms);
                _then.Explore(cell, -deviation, withPrograms);
                if (IsEnough())
                {
                    return true;
                }
            }
        }

        return false;

        bool IsEnough() => IsWide(now, cell, difference.Outcomes, least, most, width)
            || (IsOutside(cell, least, most) && now.Record.OutcomeSpan(cell) + _then.Record.OutcomeSpan(cell) >= width);
    }

    /// <summary>Two differences within the bounds, far enough apart, each of them made of a table of now and a table of then.</summary>
    private bool IsWide(Verifier now, int cell, long difference, long least, long most, long width)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        for (var wanted = least; wanted <= most; wanted++)
        {
            if (IsPossible(now.Record, cell, wanted - difference))
            {
                (first, last) = (Math.Min(first, wanted), wanted);
            }
        }

        return first <= last && last - first >= width;
    }

    private bool IsPossible(WitnessRecord now, int cell, long change)
    {
        var (up, down) = now.Outcomes(cell);
        for (var ofNow = -down; ofNow <= up; ofNow++)
        {
            if (now.HasSeen(cell, ofNow) && _then.Record.HasSeen(cell, ofNow - change))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when what is published already says that others changed too: nothing then follows for those who came or went.</summary>
    private bool IsOutside(int cell, long least, long most)
    {
        var now = OutcomeRange.Of(_table.Cells[cell].Students, _pattern.Publish(_measure, cell).Percent);
        var then = OutcomeRange.Of(_told.Cells[cell]!.Value.Students, _told.Published[cell]!.Percent);
        return now.Most - then.Least < least || now.Least - then.Most > most;
    }
}
