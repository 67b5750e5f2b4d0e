using System.Numerics;
using System.Runtime.InteropServices;

namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// The rows of a linear program, one after the other in one piece of memory. It is used again by the next program: an attack makes tens of thousands of them, and
/// fresh memory for each takes longer than solving it.
/// </summary>
internal sealed class DenseRows
{
    /// <summary>A smaller number is as good as 0.</summary>
    public const double Tiny = 1e-9;

    private double[] _values = [];
    private int _columns;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>One row, to be read and written.</summary>
    public Span<double> this[int row] => _values.AsSpan(row * _columns, _columns);

    /// <summary>Forgets all rows. Whoever used them must be done.</summary>
    public void Begin(int columns) => (_columns, Count) = (columns, 0);

    /// <summary>Adds a row of zeros.</summary>
    /// <returns>Its number.</returns>
    public int Add()
    {
        var needed = (Count + 1) * _columns;
        if (needed > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(needed, 2 * _values.Length));
        }

        this[Count].Clear();
        return Count++;
    }

    /// <summary>One value, without the row around it.</summary>
    public double At(int row, int column) => _values[(row * _columns) + column];

    /// <summary>Makes a column of one row 0, by another row in which it is 1.</summary>
    public void Clear(int from, int row, int column) => SubtractFrom(this[from], row, At(from, column));

    /// <summary>Divides a row by its value in a column, which is 1 then.</summary>
    public void Divide(int row, int column)
    {
        var by = At(row, column);
        foreach (ref var value in this[row])
        {
            value /= by;
        }
    }

    /// <summary>Takes a row, times a factor, from other values; nothing when the factor is as good as 0.</summary>
    public void SubtractFrom(Span<double> values, int row, double factor)
    {
        if (Math.Abs(factor) <= Tiny)
        {
            return;
        }

        // Most of the time of an attack goes by here: several numbers at once, each rounded as it would be alone.
        var taken = this[row];
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        var by = MemoryMarshal.Cast<double, Vector<double>>(taken);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] -= factor * by[i];
        }

        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++)
        {
            values[i] -= factor * taken[i];
        }
    }
}
