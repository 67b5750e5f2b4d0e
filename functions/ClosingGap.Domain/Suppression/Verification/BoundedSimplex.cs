namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// Maximizes a linear form over rows · x = 0, lower ≤ x ≤ upper, where lower ≤ 0 ≤ upper, by the primal simplex method with bounds. x = 0 is the start, so no
/// first phase is needed. Columns are tried by the steepest gain, by Bland's rule when nothing has been gained for long. What it returns is a proposal: whoever
/// uses it checks it in whole numbers.
/// </summary>
internal sealed class BoundedSimplex
{
    private const double Tiny = 1e-9;
    private const int StallsBeforeBland = 40;
    private readonly int _columns;
    private readonly double[][] _rows;
    private readonly int[] _basis;
    private readonly int[] _rowOf;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _gains;
    private readonly double[] _values;
    private readonly double[] _best;

    /// <param name="rows">The equations; they are changed.</param>
    /// <param name="lower">The lower bounds, 0 or less.</param>
    /// <param name="upper">The upper bounds, 0 or more.</param>
    public BoundedSimplex(IReadOnlyList<double[]> rows, double[] lower, double[] upper)
    {
        (_columns, _lower, _upper) = (lower.Length, lower, upper);
        _gains = new double[_columns];
        _values = new double[_columns];
        _best = new double[_columns];
        _rowOf = new int[_columns];
        Array.Fill(_rowOf, -1);
        (_rows, _basis) = Eliminate(rows);
    }

    /// <summary>The best point with whole numbers only that was met on the way.</summary>
    public ReadOnlySpan<double> Best => _best;

    /// <summary>Maximizes the sum of factor · x over a few columns, until it is at least as large as wanted or cannot grow.</summary>
    /// <returns>The value at <see cref="Best"/>.</returns>
    public double Maximize(ReadOnlySpan<(int Column, double Factor)> objective, double wanted)
    {
        Begin(objective);
        var (value, best, stalls) = (0.0, 0.0, 0);
        for (var turn = 20 * (_columns + _rows.Length); turn > 0 && best < wanted - Tiny; turn--)
        {
            var column = Entering(stalls > StallsBeforeBland);
            if (column < 0)
            {
                break;
            }

            var gain = Math.Abs(_gains[column]);
            var step = Advance(column);
            stalls = step > Tiny ? 0 : stalls + 1;
            value += gain * step;
            if (step > Tiny && value > best + Tiny && IsWhole())
            {
                best = value;
                _values.CopyTo(_best, 0);
            }
        }

        return best;
    }

    private void Begin(ReadOnlySpan<(int Column, double Factor)> objective)
    {
        Array.Clear(_values);
        Array.Clear(_best);
        Array.Clear(_gains);
        foreach (var (column, factor) in objective)
        {
            _gains[column] += factor;
        }

        for (var row = 0; row < _rows.Length; row++)
        {
            Subtract(_gains, _rows[row], _gains[_basis[row]]);
        }
    }

    private int Entering(bool isBland)
    {
        var (found, largest) = (-1, Tiny);
        for (var column = 0; column < _columns; column++)
        {
            var gain = _gains[column];
            var room = gain > 0 ? _upper[column] - _values[column] : _values[column] - _lower[column];
            if (_rowOf[column] >= 0 || Math.Abs(gain) <= largest || room <= Tiny)
            {
                continue;
            }

            (found, largest) = (column, Math.Abs(gain));
            if (isBland)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Moves a column that is not in the basis as far as bounds allow, and exchanges it with the one that stops it.</summary>
    private double Advance(int column)
    {
        var direction = _gains[column] > 0 ? 1 : -1;
        var step = direction > 0 ? _upper[column] - _values[column] : _values[column] - _lower[column];
        var blocking = -1;
        for (var row = 0; row < _rows.Length; row++)
        {
            var rate = -_rows[row][column] * direction;
            if (Math.Abs(rate) <= Tiny)
            {
                continue;
            }

            var basic = _basis[row];
            var room = rate > 0 ? _upper[basic] - _values[basic] : _values[basic] - _lower[basic];
            var limit = Math.Max(0, room / Math.Abs(rate));
            if (limit < step - Tiny || (limit < step + Tiny && blocking >= 0 && basic < _basis[blocking]))
            {
                (step, blocking) = (Math.Min(step, limit), row);
            }
        }

        _values[column] += direction * step;
        for (var row = 0; row < _rows.Length; row++)
        {
            _values[_basis[row]] -= _rows[row][column] * direction * step;
        }

        if (blocking >= 0)
        {
            Pivot(blocking, column);
            Subtract(_gains, _rows[blocking], _gains[column]);
        }

        return step;
    }

    private (double[][] Rows, int[] Basis) Eliminate(IReadOnlyList<double[]> rows)
    {
        var (kept, basis) = (new List<double[]>(), new List<int>());
        foreach (var row in rows)
        {
            for (var i = 0; i < kept.Count; i++)
            {
                Subtract(row, kept[i], row[basis[i]]);
            }

            var pivot = Array.FindIndex(row, value => Math.Abs(value) > Tiny);
            if (pivot < 0)
            {
                continue;
            }

            Scale(row, row[pivot]);
            foreach (var other in kept)
            {
                Subtract(other, row, other[pivot]);
            }

            _rowOf[pivot] = kept.Count;
            kept.Add(row);
            basis.Add(pivot);
        }

        return ([.. kept], [.. basis]);
    }

    private void Pivot(int row, int column)
    {
        Scale(_rows[row], _rows[row][column]);
        for (var other = 0; other < _rows.Length; other++)
        {
            if (other != row)
            {
                Subtract(_rows[other], _rows[row], _rows[other][column]);
            }
        }

        _rowOf[_basis[row]] = -1;
        _rowOf[column] = row;
        _basis[row] = column;
    }

    private bool IsWhole()
    {
        foreach (var value in _values)
        {
            if (Math.Abs(value - Math.Round(value)) > 1e-6)
            {
                return false;
            }
        }

        return true;
    }

    private static void Subtract(double[] from, double[] row, double factor)
    {
        if (Math.Abs(factor) <= Tiny)
        {
            return;
        }

        for (var i = 0; i < from.Length; i++)
        {
            from[i] -= factor * row[i];
        }
    }

    private static void Scale(double[] row, double by)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] /= by;
        }
    }
}
