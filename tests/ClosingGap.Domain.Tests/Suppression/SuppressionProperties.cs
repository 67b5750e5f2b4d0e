using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class SuppressionProperties(ITestOutputHelper output)
{
    /// <summary>Small enough that every table can be gone through.</summary>
    private static readonly SuppressionRules s_small = new() { Name = "small", MinimumStudents = 4, OutcomeWidth = 2, VerificationRounds = 8 };

    private const double TablesOfACase = 300_000;

    private static readonly Gen<CountCell> s_cells =
        from size in Gen.Frequency((3, Gen.Choose(0, 4)), (3, Gen.Choose(4, 9)), (1, Gen.Choose(10, 16)))
        from outcomes in Gen.Choose(0, size)
        select new CountCell(size, outcomes);

    private static readonly Gen<CountCell> s_realistic =
        from size in Gen.Frequency((3, Gen.Choose(0, 12)), (4, Gen.Choose(10, 60)), (3, Gen.Choose(60, 900)))
        from outcomes in Gen.Choose(0, size)
        select new CountCell(size, outcomes);

    private static readonly Gen<SuppressionRules> s_rules = Gen.Elements(
        SuppressionRules.Default,
        SuppressionRules.Nysed,
        SuppressionRules.EdFacts,
        SuppressionRules.Default with { Name = "strict", MinimumOutcomes = 3, OutcomeWidth = 5, ZeroIsShown = false });

    [Fact]
    public void Line_AgainstEveryPossibleTable_KeepsWhatIsPromised() => PropertyCheck.Holds(
        output,
        from parts in Gen.ArrayOf(s_cells, 3)
        select GivenTables.Line(parts),
        tables =>
        {
            AssertAgainstEveryTable(tables, s_small);
            Assert.Empty(Suppressor.Protect(tables, s_small).Report.WithheldComponents);
        });

    [Fact]
    public void Grid_AgainstEveryPossibleTable_KeepsWhatIsPromised() => PropertyCheck.Holds(
        output,
        from inner in Gen.ArrayOf(from size in Gen.Choose(0, 6) from outcomes in Gen.Choose(0, size) select new CountCell(size, outcomes), 4)
        select GivenTables.Grid(2, 2, inner),
        tables => AssertAgainstEveryTable(tables, s_small with { MinimumStudents = 3 }));

    [Fact]
    public void Grid_OfSeveralMeasures_KeepsWhatIsPromisedUnderEachRuleSet() => PropertyCheck.Holds(
        output,
        from rules in s_rules
        from rows in Gen.Choose(1, 5)
        from columns in Gen.Choose(1, 5)
        from first in Gen.ArrayOf(s_realistic, rows * columns)
        from second in Gen.ArrayOf(s_realistic, rows * columns)
        select (rules, tables: GivenTables.Grids(rows, columns, first, second)),
        given => AssertAgainstBounds(given.tables, given.rules));

    [Fact]
    public void Grid_InAnotherOrderOfCells_IsProtectedToo() => PropertyCheck.Holds(
        output,
        from inner in Gen.ArrayOf(s_realistic, 12)
        from order in Gen.Shuffle(Enumerable.Range(0, 20).ToArray())
        select Reordered(GivenTables.Grid(3, 4, inner), order),
        tables => AssertAgainstBounds(tables, SuppressionRules.Default));

    [Fact]
    public void Grid_GivenTwice_IsSuppressedAlike() => PropertyCheck.Holds(
        output,
        from inner in Gen.ArrayOf(s_realistic, 12)
        select GivenTables.Grid(3, 4, inner),
        tables => Assert.Equivalent(Suppressor.Protect(tables, SuppressionRules.Default), Suppressor.Protect(tables, SuppressionRules.Default), strict: true),
        count: 30);

    private static void AssertAgainstEveryTable(CountTables tables, SuppressionRules rules)
    {
        var result = Suppressor.Protect(tables, rules);
        Promises.AssertShown(tables, rules, result);
        for (var measure = 0; measure < tables.Measures.Count; measure++)
        {
            if (PossibleTables.Estimate(tables, measure, result.Measures[measure]) > TablesOfACase)
            {
                continue;
            }

            var possible = new PossibleTables(tables, measure, result.Measures[measure]);
            Assert.True(possible.Count > 0, "The true table is not among those that a reader finds.");
            Promises.AssertWidths(result, measure, tables, rules, cell => (possible.StudentSpan(cell), possible.OutcomeSpan(cell), possible.NonOutcomeSpan(cell)));
        }
    }

    private static void AssertAgainstBounds(CountTables tables, SuppressionRules rules)
    {
        var result = Suppressor.Protect(tables, rules);
        Promises.AssertShown(tables, rules, result);
        for (var measure = 0; measure < tables.Measures.Count; measure++)
        {
            var bounds = new BoundsAttack(tables, result.Measures[measure]);
            Promises.AssertWidths(result, measure, tables, rules, cell => (bounds.StudentSpan(cell), bounds.OutcomeSpan(cell), bounds.NonOutcomeSpan(cell)));
        }
    }

    /// <summary>Cell i of the given tables becomes cell order[i].</summary>
    private static CountTables Reordered(CountTables tables, int[] order)
    {
        var measures = tables.Measures.Select(measure =>
        {
            var cells = new CountCell[order.Length];
            for (var cell = 0; cell < order.Length; cell++)
            {
                cells[order[cell]] = measure.Cells[cell];
            }

            return new MeasureTable(measure.Measure, cells);
        });
        return new CountTables(
            tables.CellCount,
            [.. tables.Lines.Reverse().Select(line => new AdditiveLine(order[line.Total], [.. line.Parts.Reverse().Select(part => order[part])]))],
            [.. measures]);
    }
}
