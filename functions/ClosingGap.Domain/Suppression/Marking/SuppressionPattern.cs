using ClosingGap.Domain.Suppression.Earlier;
using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// Which cells are suppressed: one pattern for all measures, as measures of one table are about the same students. A cell that is suppressed stays so. Beside
/// it, what depends on the measure: cells that everybody can tell to be empty, cells that an earlier release told, and how coarse the range of a cell is.
/// </summary>
internal sealed class SuppressionPattern
{
    private readonly CountTables _tables;
    private readonly JointTables _joint;
    private readonly SuppressionRules _rules;
    private readonly EarlierMeasure[][] _earlier;
    private readonly SuppressionReason[] _reasons;
    private readonly int[] _suppressedInLine;
    private readonly bool[][] _isKnown;
    private readonly bool[][] _isTold;
    private readonly RangeTable[] _ranges;
    private readonly EmptyCells _empty;

    public SuppressionPattern(JointTables joint, LineIndex lines, SuppressionRules rules)
    {
        var tables = joint.Tables;
        (_joint, _tables, Lines, _rules) = (joint, tables, lines, rules);
        _earlier = [.. tables.Measures.Select(measure => joint.Earlier.SelectMany(release => release.Measures).Where(told => told.Measure == measure.Measure).ToArray())];
        _reasons = new SuppressionReason[tables.CellCount];
        _suppressedInLine = new int[lines.Count];
        _isKnown = [.. tables.Measures.Select(_ => new bool[tables.CellCount])];
        _isTold = [.. tables.Measures.Select(_ => new bool[tables.CellCount])];
        _ranges = [.. tables.Measures.Select(measure => new RangeTable(measure.Cells, rules))];
        _empty = new EmptyCells(tables, lines);
        Sizes = [.. Enumerable.Range(0, tables.CellCount).Select(cell => tables.Measures.Max(measure => measure.Cells[cell].Students))];
        for (var cell = 0; cell < tables.CellCount; cell++)
        {
            if (joint.IsFixed(cell))
            {
                _reasons[cell] = joint.IsHidden(cell) ? SuppressionReason.Earlier : SuppressionReason.None;
                CountIn(cell);
            }
            else if (tables.Measures.Any(measure => rules.IsPrimary(measure.Cells[cell])))
            {
                Suppress(cell, SuppressionReason.Primary);
            }
        }

        KeepAsTold();
    }

    public LineIndex Lines { get; }

    /// <summary>The students of each cell, in the measure that has most.</summary>
    public long[] Sizes { get; }

    /// <summary>True for a cell of an earlier release: nothing of it can be changed.</summary>
    public bool IsFixed(int cell) => _joint.IsFixed(cell);

    /// <summary>True for a cell of now that is another one than an earlier release told, as what it is made of came or went.</summary>
    public bool IsApart(int cell) => _joint.IsApart(cell);

    public SuppressionReason ReasonOf(int cell) => _reasons[cell];

    public bool IsSuppressed(int cell) => _reasons[cell] != SuppressionReason.None;

    /// <summary>How many cells of a line are suppressed, the total among them.</summary>
    public int SuppressedIn(int line) => _suppressedInLine[line];

    /// <summary>True when an earlier release told the cell, which is suppressed now, and it has hardly changed since.</summary>
    public bool IsKnown(int measure, int cell) => IsSuppressed(cell) && _isKnown[measure][cell];

    public bool WouldBeKnown(int measure, int cell) => WasTold(measure, cell);

    /// <summary>True when the students of a cell that is suppressed now can be worked out from what was told; its outcomes are in lines, as far as these can.</summary>
    public bool AreStudentsDerived(int cell) => IsSuppressed(cell) && _joint.IsDerived(cell);

    /// <summary>True when everybody can tell that nobody is judged there.</summary>
    public bool IsKnownEmpty(int measure, int cell) => _rules.ZeroIsShown && _empty.IsKnown(measure, cell);

    /// <summary>True when a reader does not know the cell, in this measure.</summary>
    public bool IsHidden(int measure, int cell) => IsFixed(cell)
        ? _joint.Told(measure, cell).IsHidden
        : IsSuppressed(cell) && !IsKnownEmpty(measure, cell);

    /// <summary>The students of a cell that may be elsewhere, for all a reader knows: one stays where it is told that zeros are shown.</summary>
    public long Movable(int measure, int cell) => Math.Max(0, _tables.Measures[measure].Cells[cell].Students - (_rules.ZeroIsShown ? 1 : 0));

    /// <summary>True when the cell, one of now, is shown and its percent is a range.</summary>
    public bool IsRange(int measure, int cell) => !IsSuppressed(cell) && _ranges[measure].PercentOf(cell).Status == ValueStatus.Range;

    /// <summary>What the percent of a cell tells of its outcomes, when it is shown.</summary>
    public (long Least, long Most) RangeOf(int measure, int cell) => IsFixed(cell)
        ? OutcomeRange.Within(_joint.Told(measure, cell).Counts.Students, _joint.Told(measure, cell).Published.Percent)
        : _ranges[measure].RangeOf(cell);

    /// <summary>What it would tell in a range so many steps coarser.</summary>
    public (long Least, long Most) CoarserRangeOf(int measure, int cell, int steps) => _ranges[measure].CoarserRangeOf(cell, steps);

    /// <summary>How many steps the range is coarser than the cell's size asks for.</summary>
    public int Coarser(int measure, int cell) => _ranges[measure].Coarser(cell);

    /// <summary>A range that was told of the same students stays: who has the earlier release would not see the coarser one.</summary>
    public bool CanCoarsen(int measure, int cell, int steps = 1) => !IsSuppressed(cell) && !IsFixed(cell) && !_isTold[measure][cell] && _ranges[measure].CanCoarsen(cell, steps);

    /// <summary>Publishes a cell in the next coarser range. False when it is in the coarsest.</summary>
    public bool Coarsen(int measure, int cell)
    {
        if (!CanCoarsen(measure, cell))
        {
            return false;
        }

        _ranges[measure].Coarsen(cell);
        return true;
    }

    public void Suppress(int cell, SuppressionReason reason)
    {
        if (IsSuppressed(cell) || IsFixed(cell))
        {
            return;
        }

        _reasons[cell] = reason;
        CountIn(cell);
        for (var measure = 0; measure < _isKnown.Length; measure++)
        {
            _isKnown[measure][cell] = WasTold(measure, cell);
        }
    }

    /// <summary>Finds anew which cells are known to be empty. To be called after cells were suppressed.</summary>
    public void FindEmpty() => _empty.Find(IsSuppressed);

    /// <summary>What is published of a cell.</summary>
    public PublishedCell Publish(int measure, int cell)
    {
        if (IsFixed(cell))
        {
            return _joint.Told(measure, cell).Published;
        }

        var counts = _tables.Measures[measure].Cells[cell];
        if (IsSuppressed(cell))
        {
            return IsKnownEmpty(measure, cell) ? PublishedCell.NotApplicable : PublishedCell.Suppressed;
        }

        return counts.Students == 0
            ? PublishedCell.NotApplicable
            : new(PublishedValue.Exact(counts.Students), _ranges[measure].PercentOf(cell));
    }

    private void CountIn(int cell)
    {
        foreach (var line in IsSuppressed(cell) ? Lines.LinesOf(cell) : [])
        {
            _suppressedInLine[line]++;
        }
    }

    private bool WasTold(int measure, int cell) => _joint.IsDerived(cell) || IsTold(measure, cell, _tables.Measures[measure].Cells[cell]);

    /// <summary>True when a release told the cell and fewer than the minimum came or went between that and these counts, of now or of another release.</summary>
    private bool IsTold(int measure, int cell, CountCell counts)
    {
        foreach (var told in _earlier[measure])
        {
            if (told.Published[cell] is { Students.Status: ValueStatus.Exact or ValueStatus.NotApplicable } && HasHardlyMoved(cell, counts, told))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasHardlyMoved(int cell, CountCell counts, EarlierMeasure told) =>
        told.Cells[cell] is { } then && Math.Abs(counts.Students - then.Students) < _rules.MinimumStudents;

    /// <summary>
    /// A cell in which few came or went stays as it was told: suppressed, or in the same range. One that was suppressed and covered no other, as it was known,
    /// may be told again.
    /// </summary>
    private void KeepAsTold()
    {
        for (var measure = 0; measure < _earlier.Length; measure++)
        {
            foreach (var told in _earlier[measure])
            {
                for (var cell = 0; cell < told.Cells.Count; cell++)
                {
                    KeepAsTold(measure, cell, told);
                }
            }
        }
    }

    private void KeepAsTold(int measure, int cell, EarlierMeasure told)
    {
        if (told.Published[cell] is not { } published || Sizes[cell] == 0 || !HasHardlyMoved(cell, _tables.Measures[measure].Cells[cell], told))
        {
            return;
        }

        if (published.Students.Status == ValueStatus.Suppressed)
        {
            if (!IsTold(measure, cell, told.Cells[cell]!.Value))
            {
                Suppress(cell, SuppressionReason.Complementary);
            }
        }
        else if (published.Percent.IsShown && _tables.Measures[measure].Cells[cell].Students > 0)
        {
            _ranges[measure].Keep(cell, published.Percent);
            _isTold[measure][cell] |= told.Cells[cell] is { } then && then.Students == _tables.Measures[measure].Cells[cell].Students;
        }
    }
}
