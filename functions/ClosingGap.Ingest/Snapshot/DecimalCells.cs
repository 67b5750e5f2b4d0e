namespace ClosingGap.Ingest.Snapshot;

/// <summary>A column of type Decimal, in whole millionths: all six places that a cell has.</summary>
public sealed class DecimalCells
{
    // Null is a number that no cell can be: half the memory of an array of nullable ones.
    private readonly long[] _cells;

    internal DecimalCells(long[] cells) => _cells = cells;

    internal static DecimalCells Blank(int rows)
    {
        var cells = new long[rows];
        Array.Fill(cells, CellCodec.Null);
        return new DecimalCells(cells);
    }

    /// <summary>The number of rows.</summary>
    public int Count => _cells.Length;

    /// <summary>The cell of a row, or null where it is blank.</summary>
    public long? this[int row] => _cells[row] is var cell && cell == CellCodec.Null ? null : cell;
}
