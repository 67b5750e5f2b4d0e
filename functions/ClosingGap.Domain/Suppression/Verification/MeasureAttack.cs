using ClosingGap.Domain.Suppression.Marking;

namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>The attack on one measure as it would be published now. What was seen is kept from round to round, as suppressing more only leaves more open.</summary>
internal sealed class MeasureAttack
{
    private readonly SuppressionPattern _pattern;
    private readonly CountCell[] _cells;
    private readonly int _measure;
    private readonly SuppressionRules _rules;
    private readonly AttackSystem _system;
    private readonly int[] _taken;
    private (AttackSystem System, Verifier Verifier, int[] Taken)? _alone;

    public MeasureAttack(SuppressionPattern pattern, CountCell[] cells, int measure, SuppressionRules rules, CycleSearch cycles)
    {
        (_pattern, _cells, _measure, _rules) = (pattern, cells, measure, rules);
        _system = new AttackSystem(pattern.Lines, cells, rules);
        _taken = new int[cells.Length];
        Verifier = new Verifier(pattern.Lines, _system, rules, cycles);
    }

    public Verifier Verifier { get; }

    /// <summary>Takes over what would be published now, attacks it, and adds what was not shown to be protected.</summary>
    public void Run(List<Failure> failures, CancellationToken cancellationToken)
    {
        Refresh();
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            Verifier.ProveFast(cell);
        }

        var open = new List<int>();
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Verifier.Prove(cell))
            {
                open.Add(cell);
            }
        }

        // What was sought for one cell may have proven another one, too, that was given up before.
        failures.AddRange(open.Where(cell => !Verifier.IsProven(cell)).Select(cell => new Failure(_measure, cell, IsDifference: false)));
    }

    /// <summary>True when the cell is protected against a reader who has this release only.</summary>
    public bool IsProvenAlone(int cell, CycleSearch cycles)
    {
        if (_alone is null)
        {
            var system = new AttackSystem(_pattern.Lines, _cells, _rules);
            _alone = (system, new Verifier(_pattern.Lines, system, _rules, cycles), new int[_taken.Length]);
        }

        var (alone, verifier, taken) = _alone.Value;
        if (!Take(alone, taken, withKnown: false))
        {
            verifier.Recheck();
        }

        return verifier.Prove(cell);
    }

    private void Refresh()
    {
        if (!Take(_system, _taken, withKnown: true))
        {
            Verifier.Recheck();
        }
    }

    /// <summary>Takes over what is not as it was taken before. False when less is possible now.</summary>
    private bool Take(AttackSystem system, int[] taken, bool withKnown)
    {
        var holds = true;
        for (var cell = 0; cell < taken.Length; cell++)
        {
            var isKnown = withKnown && _pattern.IsKnown(_measure, cell) && !_pattern.AreStudentsDerived(cell);
            var state = 1
                + (_pattern.IsHidden(_measure, cell) ? 2 : 0)
                + (_pattern.IsSuppressed(cell) ? 4 : 0)
                + (isKnown ? 8 : 0)
                + (16 * _pattern.Coarser(_measure, cell));
            if (state != taken[cell])
            {
                taken[cell] = state;
                holds &= system.Set(cell, Known(cell), _pattern.IsFixed(cell) ? 0 : _rules.OutcomeWidth, isKnown);
            }
        }

        return holds;
    }

    /// <summary>What a reader knows of a cell: what is published of it, or that of which he has its students from an earlier release.</summary>
    private PublishedCell Known(int cell) => _pattern.AreStudentsDerived(cell)
        ? new PublishedCell(PublishedValue.Exact(_cells[cell].Students), PublishedValue.Range(0, 100))
        : _pattern.Publish(_measure, cell);
}
