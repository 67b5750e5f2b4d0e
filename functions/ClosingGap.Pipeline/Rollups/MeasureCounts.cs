using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>The true counts of one measure. They are never published.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Counts">Of each cell of the table in turn: students and outcomes.</param>
public sealed record MeasureCounts(string Measure, long[] Counts)
{
    internal IReadOnlyList<CountCell> ToCells()
    {
        var cells = new CountCell[Counts.Length / 2];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new CountCell(Counts[2 * i], Counts[(2 * i) + 1]);
        }

        return cells;
    }
}
