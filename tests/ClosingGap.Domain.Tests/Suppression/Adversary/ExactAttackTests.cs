using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Tests.Properties;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>The attack is worth what it finds: it finds what counting through all tables finds, and it breaks what is only half protected.</summary>
public sealed class ExactAttackTests(ITestOutputHelper output)
{
    // 0 all; 1 to 3 its parts.
    private static readonly AdditiveLine[] s_row = [new(0, [1, 2, 3])];

    // Columns by rows with margins: 0 all; 1, 2 columns; 3, 4 rows; 5 to 8 cells.
    private static readonly AdditiveLine[] s_square = [new(1, [5, 7]), new(2, [6, 8]), new(3, [5, 6]), new(4, [7, 8]), new(0, [1, 2]), new(0, [3, 4])];

    [Fact]
    public void ExactAttack_SmallTables_EqualsCountingThroughAllTables() => PropertyCheck.Holds(output, SmallTable.Any, table =>
    {
        var expected = TableEnumeration.Bounds(table.Lines, table.Published, table.Most);
        var attack = new ExactAttack(table.Lines, table.Published, options: new AttackOptions { MostStudents = table.Most });

        Assert.NotNull(expected);
        Assert.True(attack.IsPossible);
        for (var cell = 0; cell < expected.Count; cell++)
        {
            var (least, most, leastOthers, mostOthers) = expected[cell];
            Assert.Equal((least.Students, most.Students, true), attack.Bounds(cell, Quantity.Students));
            Assert.Equal((least.Outcomes, most.Outcomes, true), attack.Bounds(cell, Quantity.Outcomes));
            Assert.Equal((leastOthers, mostOthers, true), attack.Bounds(cell, Quantity.NonOutcomes));
        }
    });

    [Fact]
    public void Spans_SmallTables_SaysWhatTheBoundsSay() => PropertyCheck.Holds(output, SmallTable.Any, table =>
    {
        var options = new AttackOptions { MostStudents = table.Most };
        var bounds = new ExactAttack(table.Lines, table.Published, options: options);
        for (var cell = 0; cell < table.Published.Count; cell++)
        {
            var (least, greatest, _) = bounds.Bounds(cell, Quantity.Outcomes);
            for (var width = 1; width <= 3; width++)
            {
                var attack = new ExactAttack(table.Lines, table.Published, options: options, known: AttackModel.Truth(table.Cells, null));
                Assert.True(attack.AgreesWithKnown);
                Assert.Equal(greatest - least >= width ? Decision.Yes : Decision.No, attack.Spans(cell, Quantity.Outcomes, width));
            }
        }
    });

    [Fact]
    public void ExactAttack_PrimaryOnly_IsBroken()
    {
        // One school of 7 is hidden, and its district and its siblings are shown.
        var attack = new ExactAttack(s_row, [Shown.Exactly(67, 36), Shown.Exactly(20, 50), Shown.Suppressed, Shown.Exactly(40, 30)]);

        Assert.Equal((7, 7, true), attack.Bounds(2, Quantity.Students));
        Assert.Equal((2, 2, true), attack.Bounds(2, Quantity.Outcomes));
    }

    [Fact]
    public void ExactAttack_TwoHiddenInARow_AreToldByTheColumns()
    {
        // Both cells of the first row are hidden; each column still says its own.
        PublishedCell[] cells =
        [
            Shown.StudentsOnly(112), Shown.StudentsOnly(54), Shown.StudentsOnly(58), Shown.StudentsOnly(12), Shown.StudentsOnly(100),
            Shown.Suppressed, Shown.Suppressed, Shown.StudentsOnly(50), Shown.StudentsOnly(50)
        ];
        var attack = new ExactAttack(s_square, cells);

        Assert.Equal((4, 4, true), attack.Bounds(5, Quantity.Students));
        Assert.Equal((8, 8, true), attack.Bounds(6, Quantity.Students));
        Assert.Equal(Decision.No, attack.Spans(5, Quantity.Students, 1));
    }

    [Fact]
    public void ExactAttack_WholeSquareHidden_IsLeftWithTheSmallestMargin()
    {
        PublishedCell[] cells =
        [
            Shown.StudentsOnly(112), Shown.StudentsOnly(54), Shown.StudentsOnly(58), Shown.StudentsOnly(12), Shown.StudentsOnly(100),
            Shown.Suppressed, Shown.Suppressed, Shown.Suppressed, Shown.Suppressed
        ];
        var attack = new ExactAttack(s_square, cells);

        Assert.Equal((0, 12, true), attack.Bounds(5, Quantity.Students));
        Assert.Equal((42, 54, true), attack.Bounds(7, Quantity.Students));
        Assert.Equal(Decision.Yes, attack.Spans(5, Quantity.Students, 12));
        Assert.Equal(Decision.No, attack.Spans(5, Quantity.Students, 13));
    }

    [Fact]
    public void ExactAttack_PercentsOfOthers_TellTheOutcomesOfTheHidden()
    {
        // Students are hidden well, and the shares of the others leave the two hidden ones no outcome at all.
        var attack = new ExactAttack(s_row, [Shown.Between(300, 0, 1), Shown.Suppressed, Shown.Suppressed, Shown.Exactly(260, 2)]);

        Assert.Equal((0, 40, true), attack.Bounds(1, Quantity.Students));
        Assert.Equal((0, 0, true), attack.Bounds(1, Quantity.Outcomes));
        Assert.Equal(Decision.No, attack.Spans(2, Quantity.Outcomes, 1));
    }

    [Fact]
    public void ExactAttack_KnownRounding_TakesTheHalfAway()
    {
        // 13 of 200 are 6.5 percent, shown as 7.
        PublishedCell[] cells = [Shown.Exactly(200, 6), Shown.Suppressed, Shown.Suppressed, Shown.Suppressed];

        Assert.Equal((11, 13, true), new ExactAttack(s_row, cells).Bounds(0, Quantity.Outcomes));
        Assert.Equal((11, 12, true), new ExactAttack(s_row, cells, options: new AttackOptions { KnowsRounding = true }).Bounds(0, Quantity.Outcomes));
    }

    [Fact]
    public void ExactAttack_OneJoinedBetweenReleases_TellsTheOutcome()
    {
        // 10 of 20, then 11 of 21: the one who came has the outcome, whatever else is hidden.
        PublishedCell[] before = [Shown.Exactly(20, 50), Shown.Suppressed, Shown.Suppressed, Shown.Suppressed];
        PublishedCell[] after = [Shown.Exactly(21, 52), Shown.Suppressed, Shown.Suppressed, Shown.Suppressed];
        var attack = new ExactAttack(s_row, after, new EarlierKnowledge(before) { Roster = (RosterChange.Joined, 1) });

        Assert.Equal((1, 1, true), attack.Bounds(0, Quantity.Added));
        Assert.Equal((0, 1, true), attack.Bounds(1, Quantity.Added));
    }

    [Fact]
    public void ExactAttack_CellThatDidNotChange_IsReadInTheEarlierRelease()
    {
        PublishedCell[] before = [Shown.Exactly(67, 36), Shown.Exactly(20, 50), Shown.Exactly(7, 29), Shown.Exactly(40, 30)];
        PublishedCell[] after = [Shown.StudentsOnly(68), Shown.Suppressed, Shown.Suppressed, Shown.StudentsOnly(40)];
        var attack = new ExactAttack(s_row, after, new EarlierKnowledge(before) { Unchanged = new HashSet<int> { 2 } });

        Assert.Equal((7, 7, true), attack.Bounds(2, Quantity.Students));
        Assert.Equal((21, 21, true), attack.Bounds(1, Quantity.Students));
    }

    [Fact]
    public void ExactAttack_NoBudget_SaysUndecided()
    {
        PublishedCell[] cells =
        [
            Shown.StudentsOnly(112), Shown.StudentsOnly(54), Shown.StudentsOnly(58), Shown.StudentsOnly(12), Shown.StudentsOnly(100),
            Shown.Suppressed, Shown.Suppressed, Shown.Suppressed, Shown.Suppressed
        ];
        var truth = AttackModel.Truth([new(112, 40), new(54, 20), new(58, 20), new(12, 6), new(100, 34), new(4, 3), new(8, 3), new(50, 17), new(50, 17)], null);
        var attack = new ExactAttack(s_square, cells, options: new AttackOptions { Nodes = 0 }, known: truth);

        Assert.True(attack.AgreesWithKnown);
        Assert.Equal(Decision.Undecided, attack.Spans(5, Quantity.Outcomes, 8));
    }
}
