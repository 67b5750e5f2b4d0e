using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class EarlierReleaseTests(ITestOutputHelper output)
{
    private static readonly SuppressionRules s_rules = SuppressionRules.Default;

    private static readonly Gen<CountCell> s_cells =
        from size in Gen.Frequency((1, Gen.Choose(0, 12)), (4, Gen.Choose(10, 60)), (3, Gen.Choose(60, 900)))
        from outcomes in Gen.Choose(0, size)
        select new CountCell(size, outcomes);

    [Fact]
    public void Cell_ThatAnEarlierReleaseTold_GivesNoCoverToOthers()
    {
        // Group 2 fell from 12 to 9 and is suppressed; who has the earlier release knows it nearly. Alone it would cover group 1.
        var before = GivenTables.Line(new(30, 12), new(12, 5), new(60, 30), new(300, 120));
        var told = Suppressor.Protect(before, s_rules);
        var now = GivenTables.Line(new(4, 2), new(9, 4), new(60, 30), new(300, 120));

        var alone = Suppressor.Protect(now, s_rules).Measures[0].Cells;
        var result = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, told.Measures)]);

        Assert.Equal([1, 2], Hidden(alone));
        Assert.Equal(ValueStatus.Exact, told.Measures[0].Cells[2].Students.Status);
        Assert.True(Hidden(result.Measures[0].Cells).Count > 2 || result.Report.WithheldComponents.Count > 0, "A cell that was told covers another one.");
    }

    [Fact]
    public void Cell_ThatHasMovedByTheMinimumSince_GivesCoverAgain()
    {
        var before = GivenTables.Line(new(30, 12), new(19, 8), new(60, 30), new(300, 120));
        var told = Suppressor.Protect(before, s_rules);
        var now = GivenTables.Line(new(4, 2), new(9, 4), new(60, 30), new(300, 120));

        Assert.Equal([1, 2], Hidden(Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, told.Measures)]).Measures[0].Cells));
    }

    [Fact]
    public void Cell_WhoseCompanionsWereAllTold_IsWithheldAndReported()
    {
        var before = GivenTables.Line(new(15, 6), new(85, 40));
        var told = Suppressor.Protect(before, s_rules);
        var now = GivenTables.Line(new(3, 1), new(90, 42));

        var result = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, told.Measures)]);

        var component = Assert.Single(result.Report.WithheldComponents);
        Assert.Equal("measure", component.Measure);
        Assert.Equal([1], component.Unproven);
        Assert.Contains(1, Hidden(result.Measures[0].Cells));
        Assert.Equal(1, result.Report.Measures[0].Unproven);
    }

    [Fact]
    public void Cell_ThatWasSuppressedWhileItWasKnown_IsToldAgain()
    {
        var counts = GivenTables.Line(new(40, 16), new(60, 30), new(300, 120));
        var first = GivenReleases.Of(counts, Suppressor.Protect(counts, s_rules).Measures);
        var shown = first.Measures[0].Published;
        var second = new EarlierRelease([first.Measures[0] with { Published = [shown[0], PublishedCell.Suppressed, PublishedCell.Suppressed, shown[3]] }]);

        Assert.Empty(Hidden(Suppressor.Protect(counts, s_rules, [second, first]).Measures[0].Cells));
        Assert.Equal([1, 2], Hidden(Suppressor.Protect(counts, s_rules, [second]).Measures[0].Cells));
    }

    [Fact]
    public void Release_ThatHadNoSuchCell_IsNoObstacle()
    {
        var now = GivenTables.Line(new(4, 2), new(9, 4), new(60, 30), new(300, 120));
        var earlier = new EarlierRelease([new EarlierMeasure("measure", new CountCell?[5], new PublishedCell?[5])]);

        Assert.Equivalent(Suppressor.Protect(now, s_rules), Suppressor.Protect(now, s_rules, [earlier]), strict: true);
    }

    [Fact]
    public void Release_OfAnotherMeasure_IsNotLookedAt()
    {
        var before = GivenTables.Line(new(30, 12), new(12, 5), new(60, 30), new(300, 120));
        var now = GivenTables.Line(new(4, 2), new(9, 4), new(60, 30), new(300, 120));
        var earlier = GivenReleases.Of(before, Suppressor.Protect(before, s_rules).Measures).Measures[0] with { Measure = "other" };

        Assert.Equivalent(Suppressor.Protect(now, s_rules), Suppressor.Protect(now, s_rules, [new([earlier])]), strict: true);
    }

    [Fact]
    public void Nothing_ThatHasChanged_IsPublishedAsBefore()
    {
        var tables = StateTables.Of(4, 1, 8);
        var told = Suppressor.Protect(tables, s_rules);

        Assert.Equivalent(told.Measures, Suppressor.Protect(tables, s_rules, [GivenReleases.Of(tables, told.Measures)]).Measures, strict: true);
    }

    [Theory]
    [InlineData(100, 42, 101, 42)]
    [InlineData(101, 45, 101, 46)]
    [InlineData(20, 9, 21, 9)]
    public void Cell_ThatHardlyMoved_IsToldNoMoreFinelyThanBefore(int students, int outcomes, int studentsNow, int outcomesNow)
    {
        var before = new CountTables(1, [], [new MeasureTable("measure", [new(students, outcomes)])]);
        var now = new CountTables(1, [], [new MeasureTable("measure", [new(studentsNow, outcomesNow)])]);
        var told = Suppressor.Protect(before, s_rules);

        var percent = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, told.Measures)]).Measures[0].Cells[0].Percent;

        var earlier = told.Measures[0].Cells[0].Percent;
        Assert.True((percent.Low ?? percent.Value) <= (earlier.Low ?? earlier.Value) && (percent.High ?? percent.Value) >= (earlier.High ?? earlier.Value));
    }

    [Fact]
    public void Cell_ThatWasSuppressedAndHardlyMoved_StaysSuppressed()
    {
        // Group 2 covered group 1, which has grown since: were group 2 told now, so would be what group 1 was.
        var before = GivenTables.Line(new(8, 4), new(16, 6), new(60, 30), new(300, 120));
        var now = GivenTables.Line(new(12, 6), new(16, 6), new(60, 30), new(300, 120));

        var result = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, Suppressor.Protect(before, s_rules).Measures)]);

        Assert.Equal([1, 2], Hidden(result.Measures[0].Cells));
        Assert.Empty(result.Report.WithheldComponents);
    }

    [Fact]
    public void Percent_OfAGroupThatOneStudentJoined_IsCoarserWhenThatHidesTheStudent()
    {
        // 101 students tell whole percents: 12 of 101 and 12 of 102 are both 12 percent, and only 12 outcomes are.
        var before = new CountTables(1, [], [new MeasureTable("measure", [new(101, 12)])]);
        var now = new CountTables(1, [], [new MeasureTable("measure", [new(102, 12)])]);

        var result = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, Suppressor.Protect(before, s_rules).Measures)]);

        Assert.Equal(PublishedValue.Range(10, 14), result.Measures[0].Cells[0].Percent);
        Assert.Equal(1, result.Report.Measures[0].Coarsened);
    }

    [Fact]
    public void Students_WhoComeAndGo_CanBeNeitherToldNorExcluded() => PropertyCheck.Holds(
        output,
        from inner in Gen.ArrayOf(s_cells, 6)
        from joins in Gen.ArrayOf(from cell in Gen.Choose(0, 5) from has in Gen.Choose(0, 1) select (cell, has), 3)
        select (inner, joins),
        given =>
        {
            var before = GivenTables.Grid(2, 3, given.inner);
            var told = Suppressor.Protect(before, s_rules);
            var later = given.inner.ToArray();
            foreach (var (cell, has) in given.joins)
            {
                later[cell] = new CountCell(later[cell].Students + 1, later[cell].Outcomes + has);
            }

            var now = GivenTables.Grid(2, 3, later);
            var result = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, told.Measures)]);

            Promises.AssertShown(now, s_rules, result);
            for (var cell = 0; cell < now.CellCount; cell++)
            {
                AssertNotTold(told.Measures[0].Cells[cell], result.Measures[0].Cells[cell], $"Who joined cell {cell} can be told.");
            }
        });

    /// <summary>Nobody else changed: of those who joined, none to all have the outcome. As many answers as promised have to be possible.</summary>
    private static void AssertNotTold(PublishedCell before, PublishedCell now, string problem)
    {
        if (before.Students.Value is not { } then || now.Students.Value is not { } students || students == then)
        {
            return;
        }

        var (earlier, later) = (OutcomeRange.Of((long)then, before.Percent), OutcomeRange.Of((long)students, now.Percent));
        var least = Math.Max(0, later.Least - earlier.Most);
        var most = Math.Min((long)(students - then), later.Most - earlier.Least);
        Assert.True(most - least >= Math.Min((long)(students - then), s_rules.OutcomeWidth), problem);
    }

    private static List<int> Hidden(IReadOnlyList<PublishedCell> cells) =>
        [.. cells.Index().Where(cell => cell.Item.Students.Status == ValueStatus.Suppressed).Select(cell => cell.Index)];
}
