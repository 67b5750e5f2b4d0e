namespace ClosingGap.Domain.Suppression;

/// <summary>Stands in until the suppression is there: it keeps small cells back and protects none against subtraction.</summary>
public static class Suppressor
{
    /// <summary>Keeps small cells back.</summary>
    public static SuppressedTables Protect(CountTables tables, SuppressionRules rules, IReadOnlyList<EarlierRelease>? earlier = null)
    {
        var small = Enumerable.Range(0, tables.CellCount).Select(cell => tables.Measures.Any(measure => measure.Cells[cell].Students is > 0 and var students && students < rules.MinimumStudents)).ToList();
        var measures = tables.Measures.Select(measure => new PublishedMeasure(
            measure.Measure,
            [
                .. measure.Cells.Select((cell, index) => cell.Students == 0 ? PublishedCell.NotApplicable
                    : small[index] ? PublishedCell.Suppressed
                    : new PublishedCell(PublishedValue.Exact(cell.Students), PublishedValue.Range(0, 100))),
            ])).ToList();
        return new SuppressedTables(measures, new SuppressionReport(tables.CellCount, small.Count(one => one), 0, 0, 0, 1, [], []));
    }
}
