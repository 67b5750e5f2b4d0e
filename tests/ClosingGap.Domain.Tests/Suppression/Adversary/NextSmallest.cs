using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Protection as it is often done: hide what is small; where a line hides one cell alone, hide its next smallest; again until nothing
/// changes. It is here to be broken.
/// </summary>
internal static class NextSmallest
{
    public static SuppressedTables Protect(CountTables tables, SuppressionRules rules) =>
        new(Publish(tables, Hidden(tables, rules)), new SuppressionReport(tables.CellCount, 0, 0, 0, 0, 1, [], []));

    private static HashSet<int> Hidden(CountTables tables, SuppressionRules rules)
    {
        var hidden = Enumerable.Range(0, tables.CellCount)
            .Where(i => tables.Measures.Any(m => m.Cells[i].Students > 0 && m.Cells[i].Students < rules.MinimumStudents))
            .ToHashSet();
        while (tables.Lines.FirstOrDefault(l => l.Parts.Append(l.Total).Count(hidden.Contains) == 1) is { } line)
        {
            hidden.Add(line.Parts.Append(line.Total).Where(i => !hidden.Contains(i)).MinBy(i => tables.Measures.Max(m => m.Cells[i].Students)));
        }

        return hidden;
    }

    private static IReadOnlyList<PublishedMeasure> Publish(CountTables tables, HashSet<int> hidden) =>
        [.. tables.Measures.Select(m => new PublishedMeasure(m.Measure, [.. m.Cells.Select((c, i) => hidden.Contains(i) ? Shown.Suppressed : Publish(c))]))];

    private static PublishedCell Publish(CountCell cell)
    {
        var none = new PublishedValue(null, null, null, ValueStatus.NotApplicable);
        var percent = cell.Students == 0 ? 0 : Math.Round(100m * cell.Outcomes / cell.Students, MidpointRounding.AwayFromZero);
        return cell.Students == 0 ? new PublishedCell(none, none)
            : percent <= 20 ? Shown.Between(cell.Students, 0, 20)
            : percent >= 80 ? Shown.Between(cell.Students, 80, 100)
            : Shown.Exactly(cell.Students, percent);
    }
}
