namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>The linear program of a neighbourhood: its unknowns, and a row for each line it touches, once for outcomes and once for non-outcomes.</summary>
internal sealed class LocalProgram
{
    private readonly AttackSystem _system;
    private readonly IReadOnlyList<int> _cells;
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly BoundedSimplex _simplex;

    public LocalProgram(LineIndex lines, AttackSystem system, Neighbourhood neighbourhood)
    {
        (_system, _cells) = (system, [.. neighbourhood.Cells]);
        var (lower, upper) = (new List<double>(), new List<double>());
        foreach (var cell in _cells)
        {
            _columnOf[cell] = lower.Count;
            if (system.FreedomOf(cell) == Freedom.All)
            {
                Bound(lower, upper, FlowMode.Outcomes, cell);
                Bound(lower, upper, FlowMode.NonOutcomes, cell);
            }
            else
            {
                Bound(lower, upper, FlowMode.Exchange, cell);
            }
        }

        _simplex = new BoundedSimplex(Rows(lines, neighbourhood, lower.Count), [.. lower], [.. upper]);
    }

    /// <summary>Seeks the table in which a cell has most students, outcomes or non-outcomes (direction 1), or fewest (−1).</summary>
    /// <param name="cell">One of the neighbourhood.</param>
    /// <param name="outcomes">How outcomes count: 0 or 1.</param>
    /// <param name="nonOutcomes">How non-outcomes count: 0 or 1.</param>
    /// <param name="direction">1 or −1.</param>
    /// <param name="wanted">By how much the cell is to differ; there the search ends.</param>
    /// <returns>The table as proposed; empty when nothing was found.</returns>
    public Move[] Furthest(int cell, int outcomes, int nonOutcomes, int direction, long wanted)
    {
        var column = _columnOf[cell];
        Span<(int, double)> objective = _system.FreedomOf(cell) == Freedom.All
            ? [(column, direction * outcomes), (column + 1, direction * nonOutcomes)]
            : [(column, direction * (outcomes - nonOutcomes))];
        return _simplex.Maximize(objective, wanted) <= 0 ? [] : Moves();
    }

    private Move[] Moves()
    {
        var moves = new List<Move>();
        foreach (var cell in _cells)
        {
            var column = _columnOf[cell];
            var outcomes = (long)Math.Round(_simplex.Best[column]);
            var nonOutcomes = _system.FreedomOf(cell) == Freedom.All ? (long)Math.Round(_simplex.Best[column + 1]) : -outcomes;
            if (outcomes != 0 || nonOutcomes != 0)
            {
                moves.Add(new Move(cell, outcomes, nonOutcomes));
            }
        }

        return [.. moves];
    }

    private void Bound(List<double> lower, List<double> upper, FlowMode mode, int cell)
    {
        lower.Add(-Math.Min(_system.Down(mode, cell), _system.Limit));
        upper.Add(Math.Min(_system.Up(mode, cell), _system.Limit));
    }

    private List<double[]> Rows(LineIndex lines, Neighbourhood neighbourhood, int columns)
    {
        var (outcomes, nonOutcomes) = (new Dictionary<int, double[]>(), new Dictionary<int, double[]>());
        foreach (var line in neighbourhood.Touched)
        {
            outcomes[line] = new double[columns];
            nonOutcomes[line] = new double[columns];
        }

        foreach (var cell in _cells)
        {
            var column = _columnOf[cell];
            var isFree = _system.FreedomOf(cell) == Freedom.All;
            var ofCell = lines.LinesOf(cell);
            var signs = lines.SignsOf(cell);
            for (var i = 0; i < ofCell.Length; i++)
            {
                outcomes[ofCell[i]][column] = signs[i];
                nonOutcomes[ofCell[i]][isFree ? column + 1 : column] = isFree ? signs[i] : -signs[i];
            }
        }

        return [.. outcomes.Values, .. nonOutcomes.Values];
    }
}
