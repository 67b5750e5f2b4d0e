namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// The rows of a linear program, one after the other in one piece of memory. It is used again by the next program: an attack makes tens of thousands of them, and
/// fresh memory for each takes longer than solving it.
/// </summary>
internal sealed class DenseRows
{
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
}
