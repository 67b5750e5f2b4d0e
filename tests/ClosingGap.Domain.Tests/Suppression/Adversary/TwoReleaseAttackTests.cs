using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Tests.Properties;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Two releases together tell what counting through all pairs of tables tells.</summary>
public sealed class TwoReleaseAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void ExactAttack_TwoReleases_EqualsCountingThroughAllPairs() => PropertyCheck.Holds(output, SmallTable.OfAtMost(5), c =>
    {
        var random = new System.Random(c.Seed);
        var (later, change, students) = c.Table.Next(random);
        var same = Enumerable.Range(0, later.Cells.Count).Where(i => later.Cells[i] == c.Table.Cells[i] && random.Next(0, 2) == 0).ToHashSet();
        var earlier = new EarlierKnowledge(c.Table.Published) { Unchanged = same, Roster = random.Next(0, 3) == 0 ? null : (change, students) };
        var attack = new ExactAttack(
            later.Lines, later.Published, earlier, new AttackOptions { MostStudents = later.Most }, AttackModel.Truth(later.Cells, [.. c.Table.Cells.Select(x => (CountCell?)x)]));
        var pairs = (
            from before in TableEnumeration.All(later.Lines, c.Table.Published, later.Most)
            from after in TableEnumeration.All(later.Lines, later.Published, later.Most)
            where ReleasePair.Fits(before, after, earlier)
            select (before, after)).ToList();

        Assert.True(attack.AgreesWithKnown);
        for (var cell = 0; cell < later.Cells.Count; cell++)
        {
            Assert.Equal((pairs.Min(p => p.after[cell].Students), pairs.Max(p => p.after[cell].Students), true), attack.Bounds(cell, Quantity.Students));
            Assert.Equal((pairs.Min(p => p.after[cell].Outcomes), pairs.Max(p => p.after[cell].Outcomes), true), attack.Bounds(cell, Quantity.Outcomes));
            Assert.Equal(
                (pairs.Min(p => p.after[cell].Outcomes - p.before[cell].Outcomes), pairs.Max(p => p.after[cell].Outcomes - p.before[cell].Outcomes), true),
                attack.Bounds(cell, Quantity.Added));
        }
    });
}
