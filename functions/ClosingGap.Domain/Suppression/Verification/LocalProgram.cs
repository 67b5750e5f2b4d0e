namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>The linear program of a neighbourhood: its unknowns, and a row for each line it touches, once for outcomes and once for non-outcomes.</summary>
internal sealed class LocalProgram
{
    private const long MostOfATinyCell = 4;
    private readonly AttackSystem _system;
    private readonly IReadOnlyList<int> _cells;
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly BoundedSimplex _simplex;

    /// <param name="lines">The identities.</param>
    /// <param name="system">What a reader knows.</param>
    /// <param name="neighbourhood">The cells that may differ.</param>
    /// <param name="rows">Memory, which the program has for itself until the next one takes it.</param>
    public LocalProgram(LineIndex lines, AttackSystem system, Neighbourhood neighbourhood, DenseRows rows)
    {
        (_system, _cells) = (system, [.. neighbourhood.Cells]);
        var (lower, upper) = (new List<double>(), new List<double>());
        foreach (var cell in _cells)
        {
            _columnOf[cell] = lower.Count;
            if (system.FreedomOf(cell) == Freedom.All)
            {
                var counts = system.CellOf(cell);
                var isTiny = IsTiny(cell);
                Bound(lower, upper, isTiny ? counts.Outcomes : system.Down(FlowMode.Outcomes, cell));
                Bound(lower, upper, isTiny ? counts.NonOutcomes : system.Down(FlowMode.NonOutcomes, cell));
                if (isTiny)
                {
                    Bound(lower, upper, counts.Students - 1);
                }
            }
            else
            {
                lower.Add(-Math.Min(system.Down(FlowMode.Exchange, cell), system.Limit));
                upper.Add(Math.Min(system.Up(FlowMode.Exchange, cell), system.Limit));
            }
        }

        rows.Begin(lower.Count);
        Fill(rows, lines, neighbourhood);
        _simplex = new BoundedSimplex(rows, [.. lower], [.. upper]);
    }

    /// <summary>The cells that may differ, the one in the middle first.</summary>
    public IReadOnlyList<int> Cells => _cells;

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

    /// <summary>Where which kind of student is kept makes a difference, it is left open.</summary>
    private bool IsTiny(int cell) => _system.FreedomOf(cell) == Freedom.All && _system.KeepsOne(cell) && _system.CellOf(cell).Students <= MostOfATinyCell;

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

    private void Bound(List<double> lower, List<double> upper, long most)
    {
        lower.Add(-Math.Min(most, _system.Limit));
        upper.Add(_system.Limit);
    }

    /// <summary>The rows of outcomes, then those of non-outcomes, then those of tiny cells.</summary>
    private void Fill(DenseRows rows, LineIndex lines, Neighbourhood neighbourhood)
    {
        var rowOf = new Dictionary<int, int>();
        foreach (var line in neighbourhood.Touched)
        {
            rowOf[line] = rows.Add();
        }

        var nonOutcomes = rows.Count;
        for (var row = 0; row < nonOutcomes; row++)
        {
            rows.Add();
        }

        foreach (var cell in _cells)
        {
            var column = _columnOf[cell];
            var isFree = _system.FreedomOf(cell) == Freedom.All;
            var ofCell = lines.LinesOf(cell);
            var signs = lines.SignsOf(cell);
            for (var i = 0; i < ofCell.Length; i++)
            {
                var row = rowOf[ofCell[i]];
                rows[row][column] = signs[i];
                rows[nonOutcomes + row][isFree ? column + 1 : column] = isFree ? signs[i] : -signs[i];
            }
        }

        // The students of a tiny cell are an unknown of their own: the sum of the two before it.
        foreach (var cell in _cells)
        {
            if (IsTiny(cell))
            {
                var column = _columnOf[cell];
                var row = rows[rows.Add()];
                (row[column], row[column + 1], row[column + 2]) = (1, 1, -1);
            }
        }
    }
}
