using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>Holds a result against what is promised of it.</summary>
internal static class Promises
{
    /// <summary>What can be seen without an attack: small cells are suppressed, nothing is 0 or 100 percent, one pattern for all measures, ranges are true.</summary>
    public static void AssertShown(CountTables tables, SuppressionRules rules, SuppressedTables result)
    {
        Assert.Equal(tables.Measures.Select(measure => measure.Measure), result.Measures.Select(measure => measure.Measure));
        for (var cell = 0; cell < tables.CellCount; cell++)
        {
            var statuses = result.Measures.Select(measure => measure.Cells[cell].Students.Status).ToList();
            Assert.True(
                !statuses.Contains(ValueStatus.Suppressed) || !statuses.Contains(ValueStatus.Exact),
                $"Cell {cell} is suppressed in one measure and shown in another.");
            for (var measure = 0; measure < tables.Measures.Count; measure++)
            {
                AssertShown(cell, tables.Measures[measure].Cells[cell], result.Measures[measure].Cells[cell], rules);
            }
        }
    }

    /// <summary>Cells that were withheld without proof promise nothing.</summary>
    public static bool IsUnproven(SuppressedTables result, string measure, int cell) =>
        result.Report.WithheldComponents.Any(component => component.Measure == measure && component.Unproven.Contains(cell));

    /// <summary>The widths, as an attack found them. Names no number of students.</summary>
    public static void AssertWidths(SuppressedTables result, int measure, CountTables tables, SuppressionRules rules, Func<int, (long Students, long Outcomes, long Non)> spans)
    {
        for (var cell = 0; cell < tables.CellCount; cell++)
        {
            var published = result.Measures[measure].Cells[cell];
            if (IsUnproven(result, tables.Measures[measure].Measure, cell))
            {
                continue;
            }

            var (students, outcomes, non) = spans(cell);
            if (published.Students.Status == ValueStatus.Suppressed)
            {
                Assert.True(tables.Measures[measure].Cells[cell].Students == 0 || students >= rules.MinimumStudents, $"Students of cell {cell} span too little.");
                Assert.True(outcomes >= rules.OutcomeWidth && non >= rules.OutcomeWidth, $"Outcomes of cell {cell} span too little.");
            }
            else if (published.Percent.Status == ValueStatus.Range)
            {
                var (least, most) = OutcomeRange.Of(tables.Measures[measure].Cells[cell].Students, published.Percent);
                Assert.True(outcomes >= Math.Min(rules.OutcomeWidth, most - least), $"The range of cell {cell} is narrowed.");
            }
        }
    }

    private static void AssertShown(int cell, CountCell counts, PublishedCell published, SuppressionRules rules)
    {
        var (students, percent) = (published.Students, published.Percent);
        if (counts.Students > 0 && (counts.Students < rules.MinimumStudents || Math.Min(counts.Outcomes, counts.NonOutcomes) < rules.MinimumOutcomes))
        {
            Assert.True(students.Status == ValueStatus.Suppressed, $"Cell {cell} is small and shown.");
        }

        if (students.Status is ValueStatus.Suppressed or ValueStatus.NotApplicable)
        {
            Assert.Equal((null, null, null, students.Status), (percent.Value, percent.Low, percent.High, percent.Status));
            Assert.Equal((null, null, null), (students.Value, students.Low, students.High));
            Assert.True(students.Status == ValueStatus.Suppressed || counts.Students == 0, $"Cell {cell} is said to be empty.");
            return;
        }

        Assert.True(students.Value == counts.Students, $"Cell {cell} tells other students.");
        Assert.False(percent.Value is 0 or 100, $"Cell {cell} tells of everybody.");
        var (least, most) = OutcomeRange.Of(counts.Students, percent);
        Assert.True(least <= counts.Outcomes && counts.Outcomes <= most, $"The percent of cell {cell} is wrong.");
    }
}
