using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class SuppressionRulesTests
{
    [Theory]
    [InlineData(9, 3, null, null)]
    [InlineData(10, 2, 0, 20)]
    [InlineData(10, 3, 21, 39)]
    [InlineData(20, 4, 0, 20)]
    [InlineData(20, 16, 80, 100)]
    [InlineData(21, 2, 0, 10)]
    [InlineData(21, 3, 11, 19)]
    [InlineData(40, 4, 0, 10)]
    [InlineData(40, 36, 90, 100)]
    [InlineData(41, 2, 0, 5)]
    [InlineData(41, 3, 6, 9)]
    [InlineData(100, 9, 6, 9)]
    [InlineData(100, 10, 10, 14)]
    [InlineData(100, 95, 95, 100)]
    [InlineData(101, 2, 0, 2)]
    [InlineData(101, 3, 3, 3)]
    [InlineData(200, 4, 0, 2)]
    [InlineData(200, 5, 3, 3)]
    [InlineData(200, 195, 98, 100)]
    [InlineData(201, 0, 0, 1)]
    [InlineData(201, 4, 2, 2)]
    [InlineData(201, 201, 99, 100)]
    public void Default_AtTheBoundaryOfASize_PublishesTheRangeOfThatSize(int students, int outcomes, int? low, int? high) =>
        AssertPercent(SuppressionRules.Default, students, outcomes, low, high);

    [Theory]
    [InlineData(5, 2, null, null)]
    [InlineData(6, 2, 0, 49)]
    [InlineData(6, 3, 50, 100)]
    [InlineData(15, 7, 0, 49)]
    [InlineData(15, 8, 50, 100)]
    [InlineData(16, 3, 0, 20)]
    [InlineData(16, 4, 21, 39)]
    [InlineData(30, 24, 80, 100)]
    [InlineData(31, 3, 0, 10)]
    [InlineData(60, 54, 90, 100)]
    [InlineData(61, 3, 0, 5)]
    [InlineData(61, 58, 95, 100)]
    [InlineData(300, 28, 6, 9)]
    [InlineData(301, 28, 9, 9)]
    [InlineData(301, 0, 0, 1)]
    [InlineData(301, 301, 99, 100)]
    public void EdFacts_AtTheBoundaryOfASize_PublishesTheRangeOfThatSize(int students, int outcomes, int? low, int? high) =>
        AssertPercent(SuppressionRules.EdFacts, students, outcomes, low, high);

    [Theory]
    [InlineData(4, 2, null, null)]
    [InlineData(5, 2, 40, 40)]
    [InlineData(5, 0, null, null)]
    [InlineData(5, 5, null, null)]
    [InlineData(150, 1, 0, 1)]
    public void Nysed_AtItsMinimums_SuppressesFewerAndGroupsOfOneOutcome(int students, int outcomes, int? low, int? high) =>
        AssertPercent(SuppressionRules.Nysed, students, outcomes, low, high);

    [Fact]
    public void Nysed_WithTwoSmallGroups_SuppressesTheNextSmallestAsWell()
    {
        var tables = GivenTables.Line(new(4, 2), new(4, 1), new(30, 12), new(31, 12), new(90, 45));

        var cells = Assert.Single(Suppressor.Protect(tables, SuppressionRules.Nysed).Measures).Cells;

        Assert.Equal([false, true, true, true, false, false], cells.Select(cell => cell.Students.Status == ValueStatus.Suppressed));
    }

    [Fact]
    public void Find_IgnoresCaseAndKnowsNoOther()
    {
        Assert.Same(SuppressionRules.Nysed, SuppressionRules.Find("nysed"));
        Assert.Same(SuppressionRules.EdFacts, SuppressionRules.Find("EDFACTS"));
        Assert.Null(SuppressionRules.Find("other"));
    }

    [Fact]
    public void NamedRuleSets_AreWithinTheirRanges() => Assert.All(SuppressionRules.All, rules => Assert.Empty(SuppressionRulesCheck.Check(rules)));

    [Fact]
    public void Reliability_IsAnotherMinimumThanPrivacy()
    {
        var rules = SuppressionRules.Default;
        var cells = Assert.Single(Suppressor.Protect(GivenTables.Line(new(29, 9), new(30, 9)), rules).Measures).Cells;

        Assert.Equal([ValueStatus.Range, ValueStatus.Range], cells.Skip(1).Select(cell => cell.Percent.Status));
        Assert.Equal([false, true], cells.Skip(1).Select(rules.IsReliable));
        Assert.False(rules.IsReliable(PublishedCell.Suppressed));
    }

    [Fact]
    public void Check_OutsideItsRanges_NamesEachByAStableCode()
    {
        var rules = new SuppressionRules
        {
            Name = " ",
            MinimumStudents = 2,
            MinimumOutcomes = 51,
            MinimumReliableStudents = 0,
            OutcomeWidth = 3,
            VerificationRounds = 0,
            NeighbourhoodCells = 7,
            LastNeighbourhoodCells = 7,
            CycleVisits = 99,
            Companion = (CompanionChoice)7,
            Bands = [new(0, [0, 100]), new(0, [50, 99]), new(1, [])],
        };

        var errors = SuppressionRulesCheck.Check(rules);

        Assert.Equal(
            ["name", "minimumStudents", "minimumOutcomes", "minimumReliableStudents", "outcomeWidth", "verificationRounds", "neighbourhoodCells", "lastNeighbourhoodCells", "cycleVisits", "companion", "bands[0]", "bands[1]", "bands[1]", "bands[2]"],
            errors.Select(error => error.Path));
        Assert.All(errors, error => Assert.StartsWith("suppression.", error.Code, StringComparison.Ordinal));
    }

    private static void AssertPercent(SuppressionRules rules, int students, int outcomes, int? low, int? high)
    {
        var tables = new CountTables(1, [], [new MeasureTable("measure", [new CountCell(students, outcomes)])]);

        var cell = Assert.Single(Assert.Single(Suppressor.Protect(tables, rules).Measures).Cells);

        var expected = low is null ? PublishedValue.Suppressed : low == high ? PublishedValue.Exact(low.Value) : PublishedValue.Range(low.Value, high!.Value);
        Assert.Equal(expected, cell.Percent);
        Assert.Equal(low is null ? PublishedValue.Suppressed : PublishedValue.Exact(students), cell.Students);
    }
}
