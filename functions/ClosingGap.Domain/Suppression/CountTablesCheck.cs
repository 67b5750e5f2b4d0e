namespace ClosingGap.Domain.Suppression;

/// <summary>Refuses tables that do not fit together. What it says names indices and ids, never counts.</summary>
internal static class CountTablesCheck
{
    /// <exception cref="ArgumentException">The tables do not fit together.</exception>
    public static void Check(CountTables tables, IReadOnlyList<EarlierRelease> earlier)
    {
        Require(tables.CellCount >= 0, "suppression.cell_count", "The number of cells is negative.");
        for (var line = 0; line < tables.Lines.Count; line++)
        {
            CheckLine(tables.Lines[line], line, tables.CellCount);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var measure in tables.Measures)
        {
            Require(names.Add(measure.Measure), "suppression.duplicate_measure", $"The measure {measure.Measure} is there twice. Give each once.");
            Require(
                measure.Cells.Count == tables.CellCount,
                "suppression.cell_count",
                $"The measure {measure.Measure} has another number of cells than the tables.");
            for (var cell = 0; cell < measure.Cells.Count; cell++)
            {
                var counts = measure.Cells[cell];
                Require(
                    counts.Outcomes >= 0 && counts.Outcomes <= counts.Students && counts.Students <= int.MaxValue,
                    "suppression.impossible_count",
                    FormattableString.Invariant($"Cell {cell} of the measure {measure.Measure} has more outcomes than students, or a number out of range."));
            }
        }

        foreach (var release in earlier)
        {
            var cells = tables.CellCount + release.GoneCells;
            Require(release.GoneCells >= 0, "suppression.earlier_cell_count", "The number of cells that went is negative.");
            foreach (var told in release.Measures)
            {
                Require(
                    told.Cells.Count == cells && told.Published.Count == cells,
                    "suppression.earlier_cell_count",
                    $"The earlier measure {told.Measure} has another number of cells. Bring it to the cells of now, null where there was none, and those that went.");
            }

            for (var line = 0; line < release.Lines.Count; line++)
            {
                CheckLine(release.Lines[line], line, cells);
            }
        }
    }

    private static void CheckLine(AdditiveLine line, int index, int cells)
    {
        var seen = new HashSet<int> { line.Total };
        Require(line.Parts.Count > 0, "suppression.invalid_line", FormattableString.Invariant($"Line {index} has no parts."));
        Require(
            line.Parts.All(seen.Add) && seen.All(cell => cell >= 0 && cell < cells),
            "suppression.invalid_line",
            FormattableString.Invariant($"Line {index} names a cell twice, or one that does not exist."));
    }

    private static void Require(bool holds, string code, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException($"{code}: {problem}");
        }
    }
}
