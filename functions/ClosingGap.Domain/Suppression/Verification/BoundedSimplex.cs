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
    private readonly DenseRows _rows;

    // Of each equation that says something of its own: its row, and the column that stands alone in it.
    private readonly int[] _at;
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
    public BoundedSimplex(DenseRows rows, double[] lower, double[] upper)
    {
        (_columns, _rows, _lower, _upper) = (lower.Length, rows, lower, upper);
        _gains = new double[_columns];
        _values = new double[_columns];
        _best = new double[_columns];
        _rowOf = new int[_columns];
        Array.Fill(_rowOf, -1);
        (_at, _basis) = Elimination.Of(rows, _columns);
        for (var row = 0; row < _basis.Length; row++)
        {
            _rowOf[_basis[row]] = row;
        }
    }

    /// <summary>The best point with whole numbers only that was met on the way.</summary>
    public ReadOnlySpan<double> Best => _best;

    /// <summary>Maximizes the sum of factor · x over a few columns, until it is at least as large as wanted or cannot grow.</summary>
    /// <returns>The value at <see cref="Best"/>.</returns>
    public double Maximize(ReadOnlySpan<(int Column, double Factor)> objective, double wanted)
    {
        Begin(objective);
        var (value, best, stalls) = (0.0, 0.0, 0);
        for (var turn = 20 * (_columns + _at.Length); turn > 0 && best < wanted - Tiny; turn--)
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

        for (var row = 0; row < _at.Length; row++)
        {
            _rows.SubtractFrom(_gains, _at[row], _gains[_basis[row]]);
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
        for (var row = 0; row < _at.Length; row++)
        {
            var rate = -_rows.At(_at[row], column) * direction;
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
        for (var row = 0; row < _at.Length; row++)
        {
            _values[_basis[row]] -= _rows.At(_at[row], column) * direction * step;
        }

        if (blocking >= 0)
        {
            Pivot(blocking, column);
            _rows.SubtractFrom(_gains, _at[blocking], _gains[column]);
        }

        return step;
    }

    private void Pivot(int row, int column)
    {
        _rows.Divide(_at[row], column);
        for (var other = 0; other < _at.Length; other++)
        {
            if (other != row)
            {
                _rows.Clear(_at[other], _at[row], column);
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
}
