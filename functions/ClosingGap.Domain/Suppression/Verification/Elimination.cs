namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>Solves equations, each for a column of its own, which then stands in no other one.</summary>
internal static class Elimination
{
    /// <summary>Changes the rows in place.</summary>
    /// <param name="rows">The equations: row · x = 0.</param>
    /// <param name="columns">How many columns they have.</param>
    /// <returns>The rows that say something of their own, and the column for which each is solved.</returns>
    public static (int[] Rows, int[] Basis) Of(DenseRows rows, int columns)
    {
        var (kept, basis) = (new List<int>(rows.Count), new List<int>(rows.Count));
        var isSeen = new bool[columns];
        for (var number = 0; number < rows.Count; number++)
        {
            var row = rows[number];
            var alone = FirstSeen(row, isSeen);
            for (var i = 0; i < kept.Count; i++)
            {
                rows.SubtractFrom(row, kept[i], row[basis[i]]);
            }

            var pivot = alone >= 0 ? alone : FirstOf(row);
            if (pivot < 0)
            {
                continue;
            }

            rows.Divide(number, pivot);
            if (alone < 0)
            {
                foreach (var other in kept)
                {
                    rows.Clear(other, number, pivot);
                }
            }

            kept.Add(number);
            basis.Add(pivot);
        }

        return ([.. kept], [.. basis]);
    }

    /// <summary>A column that no row before had: when it is chosen, none of them changes. −1 when there is none. Marks all columns of the row.</summary>
    private static int FirstSeen(ReadOnlySpan<double> row, bool[] isSeen)
    {
        var found = -1;
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] != 0 && !isSeen[column])
            {
                (found, isSeen[column]) = (column, true);
            }
        }

        return found;
    }

    private static int FirstOf(ReadOnlySpan<double> row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            if (Math.Abs(row[column]) > DenseRows.Tiny)
            {
                return column;
            }
        }

        return -1;
    }
}
