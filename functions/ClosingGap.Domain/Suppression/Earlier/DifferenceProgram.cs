using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>
/// The linear program of two releases in a neighbourhood: what the table of then gains, what the difference gains, and their sum, which is what the table of now
/// gains. Lines hold for the first two. Where nobody came or went there is no difference, so that the first has to fit both releases.
/// </summary>
internal sealed class DifferenceProgram
{
    private const long Limit = 24;
    private readonly IReadOnlyList<int> _cells;
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly HashSet<int> _moved;
    private readonly BoundedSimplex _simplex;

    /// <param name="lines">The identities.</param>
    /// <param name="neighbourhood">The cells that may differ.</param>
    /// <param name="bounds">Of a cell: by how much the table of then, that of now and their difference may differ, up and down.</param>
    public DifferenceProgram(LineIndex lines, Neighbourhood neighbourhood, Func<int, DifferenceBounds> bounds)
    {
        _cells = [.. neighbourhood.Cells];
        _moved = [];
        var (lower, upper) = (new List<double>(), new List<double>());
        foreach (var cell in _cells)
        {
            var (then, now, difference) = bounds(cell);
            _columnOf[cell] = lower.Count;
            if (difference is (0, 0))
            {
                Bound((Math.Min(then.Up, now.Up), Math.Min(then.Down, now.Down)));
                continue;
            }

            _moved.Add(cell);
            Bound(then);
            Bound(difference);
            Bound(now);
        }

        var rows = new DenseRows();
        rows.Begin(lower.Count);
        foreach (var row in Rows(lines, neighbourhood, lower.Count))
        {
            row.CopyTo(rows[rows.Add()]);
        }

        _simplex = new BoundedSimplex(rows, [.. lower], [.. upper]);

        void Bound((int Up, int Down) bound)
        {
            lower.Add(-Math.Min(bound.Down, Limit));
            upper.Add(Math.Min(bound.Up, Limit));
        }
    }

    /// <summary>Seeks the pair of tables in which the difference of a cell is largest (direction 1) or smallest (−1); empty when nothing was found.</summary>
    public (Move[] Then, Move[] Difference) Furthest(int cell, int direction, long wanted)
    {
        if (_simplex.Maximize([(_columnOf[cell] + 1, direction)], wanted) <= 0)
        {
            return ([], []);
        }

        var best = _simplex.Best.ToArray();
        return (Moves(_cells, 0), Moves(_cells.Where(_moved.Contains), 1));

        Move[] Moves(IEnumerable<int> cells, int offset) =>
            [.. cells.Select(moved => (Cell: moved, By: (long)Math.Round(best[_columnOf[moved] + offset]))).Where(move => move.By != 0).Select(move => new Move(move.Cell, move.By, -move.By))];
    }

    private List<double[]> Rows(LineIndex lines, Neighbourhood neighbourhood, int columns)
    {
        var rows = new List<double[]>();
        var (then, difference) = (new Dictionary<int, double[]>(), new Dictionary<int, double[]>());
        foreach (var line in neighbourhood.Touched)
        {
            (then[line], difference[line]) = (new double[columns], new double[columns]);
        }

        foreach (var cell in _cells)
        {
            var (column, isMoved) = (_columnOf[cell], _moved.Contains(cell));
            var (signs, ofCell) = (lines.SignsOf(cell).ToArray(), lines.LinesOf(cell).ToArray());
            for (var i = 0; i < ofCell.Length; i++)
            {
                then[ofCell[i]][column] = signs[i];
                if (isMoved)
                {
                    difference[ofCell[i]][column + 1] = signs[i];
                }
            }

            if (isMoved)
            {
                var sum = new double[columns];
                (sum[column], sum[column + 1], sum[column + 2]) = (1, 1, -1);
                rows.Add(sum);
            }
        }

        return [.. then.Values, .. difference.Values, .. rows];
    }
}
