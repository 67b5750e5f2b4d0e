using System.Globalization;
using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class SuppressorTests(ITestOutputHelper output)
{
    [Fact]
    public void Tables_WithoutCells_AreEmpty()
    {
        var result = Suppressor.Protect(new CountTables(0, [], [new MeasureTable("measure", [])]), SuppressionRules.Default);

        Assert.Empty(Assert.Single(result.Measures).Cells);
        Assert.Equal((0, 1.0), (result.Report.Cells, result.Report.ShareKept));
        Assert.Empty(Suppressor.Protect(new CountTables(3, [], []), SuppressionRules.Default).Measures);
    }

    [Fact]
    public void Protect_WhenItIsCancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => Suppressor.Protect(StateTables.Of(3, 1, 1), SuppressionRules.Default, null, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(0, ValueStatus.NotApplicable)]
    [InlineData(9, ValueStatus.Suppressed)]
    [InlineData(10, ValueStatus.Exact)]
    public void OneCell_IsJudgedByItself(int students, ValueStatus expected)
    {
        var result = Suppressor.Protect(new CountTables(1, [], [new MeasureTable("measure", [new(students, students / 2)])]), SuppressionRules.Default);

        Assert.Equal(expected, Assert.Single(Assert.Single(result.Measures).Cells).Students.Status);
        Assert.Empty(result.Report.WithheldComponents);
    }

    [Fact]
    public void Zero_ThatIsNotToBeShown_IsSuppressedLikeASmallCell()
    {
        var tables = GivenTables.Line(new(0, 0), new(30, 10), new(40, 20));

        Assert.Equal(PublishedCell.NotApplicable, Suppressor.Protect(tables, SuppressionRules.Default).Measures[0].Cells[1]);
        Assert.Equal(
            [false, true, true, false],
            Suppressor.Protect(tables, SuppressionRules.Default with { ZeroIsShown = false }).Measures[0].Cells.Select(cell => cell == PublishedCell.Suppressed));
    }

    [Fact]
    public void Cells_ThatAreAllTiny_AreAllSuppressedAndNeverZero()
    {
        var tables = GivenTables.Grid(3, 3, [new(1, 0), new(1, 1), new(0, 0), new(1, 0), new(0, 0), new(1, 1), new(1, 0), new(1, 0), new(1, 1)]);

        var result = Suppressor.Protect(tables, SuppressionRules.Default);

        var cells = tables.Measures[0].Cells.Zip(result.Measures[0].Cells).ToList();
        Assert.All(cells, cell => Assert.Equal(cell.First.Students == 0 ? PublishedCell.NotApplicable : PublishedCell.Suppressed, cell.Second));
        Promises.AssertShown(tables, SuppressionRules.Default, result);
    }

    [Fact]
    public void TinyCells_OfALargeTotal_KeepTheTotal()
    {
        var tables = GivenTables.Line([.. Enumerable.Range(0, 30).Select(index => new CountCell(1 + (index % 3), index % 2))]);

        var result = Suppressor.Protect(tables, SuppressionRules.Default);

        Assert.Equal(ValueStatus.Exact, result.Measures[0].Cells[0].Students.Status);
        Assert.All(result.Measures[0].Cells.Skip(1), cell => Assert.Equal(PublishedCell.Suppressed, cell));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    public void State_OfSoManyDistricts_KeepsItsTotalsAndWhatIsPromised(int districts)
    {
        const int Seed = 20;
        output.WriteLine($"seed {Seed}");
        var tables = StateTables.Of(districts, 2, Seed);

        var result = Suppressor.Protect(tables, SuppressionRules.Default);

        output.WriteLine(result.Report.ToString());
        Promises.AssertShown(tables, SuppressionRules.Default, result);
        Assert.Equal(ValueStatus.Exact, result.Measures[0].Cells[0].Students.Status);
        Assert.Empty(result.Report.WithheldComponents);
        for (var measure = 0; measure < 2; measure++)
        {
            var bounds = new BoundsAttack(tables, result.Measures[measure]);
            Promises.AssertWidths(
                result, measure, tables, SuppressionRules.Default, cell => (bounds.StudentSpan(cell), bounds.OutcomeSpan(cell), bounds.NonOutcomeSpan(cell)));
        }
    }

    /// <summary>CLOSINGGAP_SUPPRESSION_DISTRICTS: how many districts of 60 cells (default 100; at least 1).</summary>
    [Theory]
    [InlineData("default")]
    [InlineData("NYSED")]
    [InlineData("EDFacts")]
    public void State_OfManyDistricts_LeavesNothingUnproven(string rules)
    {
        const int Seed = 5;
        var given = Environment.GetEnvironmentVariable("CLOSINGGAP_SUPPRESSION_DISTRICTS");
        var districts = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 100;
        var tables = StateTables.Of(districts, 1, Seed);

        var report = Suppressor.Protect(tables, SuppressionRules.Find(rules)!).Report;

        output.WriteLine($"seed {Seed}, {report.Cells} cells, {report.ShareKept:P1} kept, {report.Withheld} withheld");
        Assert.All(report.Measures, measure => Assert.Equal(0, measure.Unproven));
        Assert.InRange(report.ShareKept, .8, 1);
    }

    /// <summary>Nearly every cell is small, and the state's lines have more members than are looked at for each cell.</summary>
    [Fact]
    public void State_OfManySmallDistricts_LeavesNothingUnproven()
    {
        const int Seed = 7;
        var tables = StateTables.Of(45, 1, Seed, medianStudents: 50);

        var result = Suppressor.Protect(tables, SuppressionRules.Default);

        output.WriteLine($"seed {Seed}, {result.Report}");
        Promises.AssertShown(tables, SuppressionRules.Default, result);
        Assert.All(result.Report.Measures, measure => Assert.Equal(0, measure.Unproven));
        Assert.True(result.Report.Primary > result.Report.Cells / 4, "Too few cells are small to say anything.");
    }

    /// <summary>What came to half of the districts, few everywhere, costs few cells.</summary>
    [Fact]
    public void State_OfWhichHalfChangedALittle_KeepsNearlyWhatItKept()
    {
        const int Seed = 5;
        var tables = StateTables.Of(40, 1, Seed);
        var told = Suppressor.Protect(tables, SuppressionRules.Default);
        var earlier = GivenReleases.Of(tables, told.Measures);
        var now = StateTables.Changed(tables, 40, Seed);

        var result = Suppressor.Protect(now, SuppressionRules.Default, [earlier]);

        output.WriteLine($"seed {Seed}, {told.Report.ShareKept:P1} kept, then {result.Report.ShareKept:P1}");
        Promises.AssertShown(now, SuppressionRules.Default, result);
        Assert.InRange(result.Report.ShareKept, told.Report.ShareKept - .05, 1);
        var unchanged = Enumerable.Range(0, tables.CellCount)
            .Where(cell => tables.Measures[0].Cells[cell] == now.Measures[0].Cells[cell] && result.Measures[0].Cells[cell].Students.Status == ValueStatus.Exact)
            .ToList();
        Assert.True(unchanged.Count > 500, "Too few cells stayed to say anything.");
        Assert.All(unchanged, cell => Assert.Equal(ValueStatus.Exact, told.Measures[0].Cells[cell].Students.Status));
        Assert.All(unchanged, cell => Assert.True(IsAsCoarse(result.Measures[0].Cells[cell].Percent, told.Measures[0].Cells[cell].Percent), "A cell that stayed is told more finely."));
    }

    [Fact]
    public void Report_CountsEachCellOnce()
    {
        var tables = StateTables.Of(6, 2, 4);

        var result = Suppressor.Protect(tables, SuppressionRules.Default);

        var report = result.Report;
        Assert.Equal(tables.CellCount, report.Cells);
        Assert.All(report.Measures, measure => Assert.Equal(report.Cells, measure.Exact + measure.Range + measure.Suppressed + measure.NotApplicable));
        Assert.Equal(report.Suppressed, result.Measures[0].Cells.Index().Count(cell => result.Measures.Any(measure => measure.Cells[cell.Index].Students.Status == ValueStatus.Suppressed)));
        Assert.Equal((double)(report.Cells - report.Suppressed) / (report.Cells - report.Primary), report.ShareKept);
        Assert.InRange(report.ShareKept, .5, 1);
    }

    [Fact]
    public void Measure_InWhichAGroupIsKnownToBeEmpty_SaysSoWhileAnotherSuppressesIt()
    {
        // Nobody of the second half is judged in the second measure: everybody can tell, so there is nothing to hide.
        var tables = new CountTables(
            7,
            [new(0, [1, 4]), new(1, [2, 3]), new(4, [5, 6])],
            [
                new MeasureTable("all", [new(214, 100), new(110, 50), new(50, 20), new(60, 30), new(104, 50), new(4, 2), new(100, 48)]),
                new MeasureTable("half", [new(110, 50), new(110, 50), new(50, 20), new(60, 30), default, default, default]),
            ]);

        var result = Suppressor.Protect(tables, SuppressionRules.Default);

        Assert.Equal(PublishedCell.Suppressed, result.Measures[0].Cells[5]);
        Assert.Equal(PublishedCell.NotApplicable, result.Measures[1].Cells[5]);
        Assert.Empty(result.Report.WithheldComponents);
    }

    [Fact]
    public void Tables_ThatDoNotFitTogether_AreRefusedByCode()
    {
        MeasureTable[] one = [new("measure", [new(10, 5), new(10, 5)])];

        AssertRefused("suppression.invalid_line", new CountTables(2, [new(0, [])], one));
        AssertRefused("suppression.invalid_line", new CountTables(2, [new(0, [1, 1])], one));
        AssertRefused("suppression.invalid_line", new CountTables(2, [new(0, [0])], one));
        AssertRefused("suppression.invalid_line", new CountTables(2, [new(0, [2])], one));
        AssertRefused("suppression.cell_count", new CountTables(3, [], one));
        AssertRefused("suppression.duplicate_measure", new CountTables(2, [], [.. one, .. one]));
        AssertRefused("suppression.impossible_count", new CountTables(1, [], [new("measure", [new(10, 11)])]));
        Assert.StartsWith(
            "suppression.earlier_cell_count",
            Assert.Throws<ArgumentException>(() => Suppressor.Protect(new CountTables(2, [], one), SuppressionRules.Default, [new([new("measure", [null], [null])])])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "suppression.out_of_range",
            Assert.Throws<ArgumentException>(() => Suppressor.Protect(new CountTables(2, [], one), SuppressionRules.Default with { MinimumStudents = 1, OutcomeWidth = 1 })).Message,
            StringComparison.Ordinal);
    }

    private static bool IsAsCoarse(PublishedValue now, PublishedValue then) =>
        (now.Low ?? now.Value) <= (then.Low ?? then.Value) && (now.High ?? now.Value) >= (then.High ?? then.Value);

    private static void AssertRefused(string code, CountTables tables) =>
        Assert.StartsWith(code, Assert.Throws<ArgumentException>(() => Suppressor.Protect(tables, SuppressionRules.Default)).Message, StringComparison.Ordinal);
}
