using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>Small tables for tests.</summary>
internal static class GivenTables
{
    /// <summary>One line: the total first, then its parts.</summary>
    public static CountTables Line(params CountCell[] parts) =>
        new(parts.Length + 1, [new AdditiveLine(0, [.. Enumerable.Range(1, parts.Length)])], [new MeasureTable("measure", [Sum(parts), .. parts])]);

    /// <summary>
    /// Rows and columns with their totals: cell 0 is the grand total, row r begins at r · (columns + 1), and the first of each row is its total. Each measure is
    /// given by its inner cells.
    /// </summary>
    public static CountTables Grids(int rows, int columns, params CountCell[][] measures)
    {
        var width = columns + 1;
        var lines = new List<AdditiveLine>();
        for (var row = 0; row <= rows; row++)
        {
            lines.Add(new AdditiveLine(row * width, [.. Enumerable.Range((row * width) + 1, columns)]));
        }

        for (var column = 0; column <= columns; column++)
        {
            lines.Add(new AdditiveLine(column, [.. Enumerable.Range(1, rows).Select(row => (row * width) + column)]));
        }

        return new CountTables((rows + 1) * width, lines, [.. measures.Select((inner, index) => new MeasureTable($"measure-{index}", WithTotals(rows, columns, inner)))]);
    }

    public static CountCell Sum(IEnumerable<CountCell> cells) => cells.Aggregate(default(CountCell), (sum, cell) => new(sum.Students + cell.Students, sum.Outcomes + cell.Outcomes));

    /// <summary>The same with one measure.</summary>
    public static CountTables Grid(int rows, int columns, CountCell[] inner) => Grids(rows, columns, inner);

    private static CountCell[] WithTotals(int rows, int columns, CountCell[] inner)
    {
        var width = columns + 1;
        var cells = new CountCell[(rows + 1) * width];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var cell = inner[(row * columns) + column];
                foreach (var at in (int[])[((row + 1) * width) + column + 1, (row + 1) * width, column + 1, 0])
                {
                    cells[at] = Sum([cells[at], cell]);
                }
            }
        }

        return cells;
    }
}
