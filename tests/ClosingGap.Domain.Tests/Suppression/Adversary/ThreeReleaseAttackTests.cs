using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Tests.Properties;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Three releases together tell what counting through all that can have followed on each other tells.</summary>
public sealed class ThreeReleaseAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void ExactAttack_ThreeReleases_EqualsCountingThroughAllThatFollow() => PropertyCheck.Holds(output, SmallTable.OfAtMost(3), c =>
    {
        var random = new System.Random(c.Seed);
        var (second, change, students) = c.Table.Next(random);
        var (third, secondChange, secondStudents) = second.Next(random);
        var ofFirst = new EarlierKnowledge(c.Table.Published) { Roster = (change, students) };
        var ofSecond = new EarlierKnowledge(second.Published) { Roster = (secondChange, secondStudents), Before = ofFirst };
        var known = AttackModel.Truth(third.Cells, Cells(second), before: Cells(c.Table));
        var attack = new ExactAttack(third.Lines, third.Published, ofSecond, new AttackOptions { MostStudents = third.Most }, known);

        var middle = TableEnumeration.All(third.Lines, second.Published, third.Most).ToList();
        var before = TableEnumeration.All(third.Lines, c.Table.Published, third.Most).ToList();
        var chains = (
            from after in TableEnumeration.All(third.Lines, third.Published, third.Most)
            from between in middle
            where ReleasePair.Fits(between, after, ofSecond)
            from first in before
            where ReleasePair.Fits(first, between, ofFirst)
            select (first, between, after)).ToList();

        Assert.True(attack.AgreesWithKnown);
        for (var cell = 0; cell < third.Cells.Count; cell++)
        {
            Agree(Quantity.Students, chain => chain.after[cell].Students);
            Agree(Quantity.Added, chain => chain.after[cell].Outcomes - chain.between[cell].Outcomes);
            Agree(Quantity.AddedBefore, chain => chain.between[cell].Outcomes - chain.first[cell].Outcomes);
            Agree(Quantity.AddedInAll, chain => chain.after[cell].Outcomes - chain.first[cell].Outcomes);

            void Agree(Quantity quantity, Func<(CountCell[] first, CountCell[] between, CountCell[] after), long> of) =>
                Assert.Equal((chains.Min(of), chains.Max(of), true), attack.Bounds(cell, quantity));
        }
    });

    private static IReadOnlyList<CountCell?> Cells(SmallTable table) => [.. table.Cells.Select(cell => (CountCell?)cell)];
}
