using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>The attacks that published tables must withstand, one test each.</summary>
public sealed class AttackTests
{
    private static readonly SuppressionRules s_rules = SuppressionRules.Default;

    [Fact]
    public void TotalMinusSiblings_OfOneSmallGroup_DoesNotTellIt()
    {
        var tables = GivenTables.Line(new(4, 3), new(16, 6), new(60, 30), new(300, 120));

        var result = Suppressor.Protect(tables, s_rules);

        var hidden = Hidden(result.Measures[0]);
        Assert.Contains(1, hidden);
        Assert.True(hidden.Count >= 2, "The small group is the total less its siblings.");
        Assert.Equal(ValueStatus.Exact, result.Measures[0].Cells[0].Students.Status);
        AssertProtected(tables, result);
    }

    [Fact]
    public void TotalMinusSiblings_OfGroupsThatAreSmallTogether_DoesNotTellThatTheyAre()
    {
        var tables = GivenTables.Line(new(2, 1), new(3, 1), new(60, 30), new(300, 120));

        var result = Suppressor.Protect(tables, s_rules);

        Assert.Equal([1, 2, 3], Hidden(result.Measures[0]));
        AssertProtected(tables, result);
    }

    [Fact]
    public void HiddenGroups_ThatAreKnownNotToBeEmpty_StillSpanTheMinimum()
    {
        // 2 and 9 are 11 together: with a student in each, the larger one is 1 to 10 and so spans 9.
        var tables = GivenTables.Line(new(2, 1), new(9, 4), new(60, 30), new(300, 120));

        var shown = Suppressor.Protect(tables, s_rules);
        var hidden = Suppressor.Protect(tables, s_rules with { ZeroIsShown = false });

        Assert.Equal([1, 2, 3], Hidden(shown.Measures[0]));
        Assert.Equal([1, 2], Hidden(hidden.Measures[0]));
        AssertProtected(tables, shown);
    }

    [Fact]
    public void ParentMinusChildren_AcrossTheHierarchy_DoesNotTellASmallSchool()
    {
        // A state of two districts; the first has three schools, one of them tiny, the second has two.
        var schools = new CountCell[] { new(6, 2), new(240, 100), new(310, 90), new(150, 75), new(420, 210) };
        var (first, second) = (GivenTables.Sum(schools[..3]), GivenTables.Sum(schools[3..]));
        var tables = new CountTables(
            8,
            [new(0, [1, 2]), new(1, [3, 4, 5]), new(2, [6, 7])],
            [new MeasureTable("measure", [GivenTables.Sum(schools), first, second, .. schools])]);

        var result = Suppressor.Protect(tables, s_rules);

        var hidden = Hidden(result.Measures[0]);
        Assert.Contains(3, hidden);
        Assert.True(hidden.Count(cell => cell is 3 or 4 or 5) >= 2, "The school is its district less the other schools.");
        Assert.All((int[])[0, 1, 2], total => Assert.DoesNotContain(total, hidden));
        AssertProtected(tables, result);
    }

    [Fact]
    public void OverlappingDimensions_OfTheSameStudents_DoNotTellASmallGroup()
    {
        // Race by sex, with both margins: "all less the others" and "girls less the other girls" lead to the same small cell.
        var tables = GivenTables.Grid(2, 3, [new(3, 1), new(90, 40), new(120, 70), new(40, 20), new(85, 30), new(130, 60)]);

        var result = Suppressor.Protect(tables, s_rules);

        var hidden = Hidden(result.Measures[0]);
        Assert.Contains(5, hidden);
        Assert.True(hidden.Count >= 4, "Each row and each column of a hidden cell hides another one.");
        AssertProtected(tables, result);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(25, 25)]
    [InlineData(80, 1)]
    [InlineData(150, 150)]
    [InlineData(5_000, 0)]
    public void PercentTimesStudents_AtNoneOrAll_DoesNotTellOfEverybody(int students, int outcomes)
    {
        var tables = GivenTables.Line(new(students, outcomes), new(5_000, 2_500));

        var cell = Suppressor.Protect(tables, s_rules).Measures[0].Cells[1];

        Assert.Equal(ValueStatus.Range, cell.Percent.Status);
        var (least, most) = OutcomeRange.Of(students, cell.Percent);
        Assert.True(most - least >= 2, "The percent times the students is a count.");
    }

    [Fact]
    public void DifferencingTwoReleases_WhenOneStudentJoins_DoesNotTellOfThatStudent()
    {
        for (var outcomes = 20; outcomes <= 100; outcomes++)
        {
            foreach (var hasOutcome in (int[])[0, 1])
            {
                var before = GivenTables.Line(new(130, outcomes), new(900, 400));
                var told = Suppressor.Protect(before, s_rules);
                var now = GivenTables.Line(new(131, outcomes + hasOutcome), new(900, 400));

                var result = Suppressor.Protect(now, s_rules, [GivenReleases.Of(before, told.Measures)]);

                Assert.Empty(result.Report.WithheldComponents);
                foreach (var cell in (int[])[0, 1])
                {
                    AssertTellsNothingOfWhoJoined(told.Measures[0].Cells[cell], result.Measures[0].Cells[cell]);
                }
            }
        }
    }

    [Fact]
    public void DifferentThresholdsInTwoPlaces_OfTheSameTable_AreOnePatternForAllMeasures()
    {
        // Group 1 is large enough in the first measure only: what one hides, the other must not show.
        var tables = new CountTables(
            5,
            [new(0, [1, 2, 3, 4])],
            [
                new MeasureTable("attendance", [new(180, 90), new(12, 5), new(48, 20), new(50, 30), new(70, 35)]),
                new MeasureTable("graduation", [new(172, 90), new(8, 5), new(46, 20), new(49, 30), new(69, 35)]),
            ]);

        var result = Suppressor.Protect(tables, s_rules);

        Assert.Contains(1, Hidden(result.Measures[0]));
        Assert.Equal(Hidden(result.Measures[0]), Hidden(result.Measures[1]));
        AssertProtected(tables, result);
    }

    [Fact]
    public void GapOrRiskRatio_WithASuppressedOperand_IsSuppressed()
    {
        var cells = Suppressor.Protect(GivenTables.Line(new(4, 3), new(16, 6), new(60, 30), new(300, 120)), s_rules).Measures[0].Cells;

        Assert.Equal(PublishedValue.Suppressed, PublishedGap.Of(cells[4], cells[1]));
        Assert.Equal(PublishedValue.Suppressed, PublishedGap.Of(cells[1], cells[4]));
        Assert.Equal(PublishedValue.Suppressed, PublishedGap.RiskRatio(cells[4], cells[1]));
        Assert.Equal(ValueStatus.Range, PublishedGap.Of(cells[4], cells[3]).Status);
    }

    private static void AssertTellsNothingOfWhoJoined(PublishedCell before, PublishedCell now)
    {
        if (before.Students.Value is not { } then || now.Students.Value is not { } students)
        {
            return;
        }

        // Nobody else changed, so the difference is 0 or 1: both have to be possible.
        var earlier = OutcomeRange.Of((long)then, before.Percent);
        var later = OutcomeRange.Of((long)students, now.Percent);
        Assert.True(later.Least - earlier.Most <= 0 && later.Most - earlier.Least >= 1, "The student who joined can be told.");
    }

    private static List<int> Hidden(PublishedMeasure measure) =>
        [.. measure.Cells.Index().Where(cell => cell.Item.Students.Status == ValueStatus.Suppressed).Select(cell => cell.Index)];

    private static void AssertProtected(CountTables tables, SuppressedTables result)
    {
        Assert.Empty(result.Report.WithheldComponents);
        Promises.AssertShown(tables, s_rules, result);
        for (var measure = 0; measure < tables.Measures.Count; measure++)
        {
            var bounds = new BoundsAttack(tables, result.Measures[measure]);
            Promises.AssertWidths(result, measure, tables, s_rules, cell => (bounds.StudentSpan(cell), bounds.OutcomeSpan(cell), bounds.NonOutcomeSpan(cell)));
        }
    }
}
