namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>In which range each cell of one measure is published when it is shown, and what that tells of its outcomes.</summary>
internal sealed class RangeTable
{
    private readonly IReadOnlyList<CountCell> _cells;
    private readonly SuppressionRules _rules;
    private readonly byte[] _coarser;
    private readonly PublishedValue[] _percents;
    private readonly (long Least, long Most)[] _ranges;

    public RangeTable(IReadOnlyList<CountCell> cells, SuppressionRules rules)
    {
        (_cells, _rules) = (cells, rules);
        _coarser = new byte[cells.Count];
        _percents = new PublishedValue[cells.Count];
        _ranges = new (long, long)[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            Take(cell);
        }
    }

    public PublishedValue PercentOf(int cell) => _percents[cell];

    public (long Least, long Most) RangeOf(int cell) => _ranges[cell];

    /// <summary>How many steps the range is coarser than the cell's size asks for.</summary>
    public int Coarser(int cell) => _coarser[cell];

    public bool CanCoarsen(int cell, int steps) => _cells[cell].Students > 0 && _coarser[cell] + steps <= _rules.BandsFor(_cells[cell].Students);

    public void Coarsen(int cell)
    {
        _coarser[cell]++;
        Take(cell);
    }

    /// <summary>
    /// Publishes a cell as it was told before, where that is still true and as coarse as its size asks for; else in the finest range that holds all that was told.
    /// Two ranges that differ tell more together than each.
    /// </summary>
    public void Keep(int cell, PublishedValue told)
    {
        var steps = _rules.BandsFor(_cells[cell].Students) - _coarser[cell];
        for (var step = 0; step <= steps; step++)
        {
            var percent = Percent(cell, _coarser[cell] + step);
            if ((percent.Low ?? percent.Value) <= (told.Low ?? told.Value) && (percent.High ?? percent.Value) >= (told.High ?? told.Value))
            {
                _coarser[cell] += (byte)step;
                Take(cell);
                return;
            }
        }
    }

    /// <summary>What the range would tell that is so many steps coarser still.</summary>
    public (long Least, long Most) CoarserRangeOf(int cell, int steps) => OutcomeRange.Within(_cells[cell].Students, Percent(cell, _coarser[cell] + steps));

    private void Take(int cell)
    {
        _percents[cell] = _cells[cell].Students == 0 ? PublishedValue.NotApplicable : Percent(cell, _coarser[cell]);
        _ranges[cell] = OutcomeRange.Within(_cells[cell].Students, _percents[cell]);
    }

    private PublishedValue Percent(int cell, int coarser) => _rules.Bands[_rules.BandsFor(_cells[cell].Students) - coarser].Of(_cells[cell]);
}
