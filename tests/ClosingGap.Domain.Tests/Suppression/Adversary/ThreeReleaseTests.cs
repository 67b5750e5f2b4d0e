using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// One to three students come, leave, or turn an outcome, and again before a third release: all three are read together. Of the tables that
/// CLOSINGGAP_ADVERSARY_TABLES asks for, one of twenty.
/// </summary>
public sealed class ThreeReleaseTests(ITestOutputHelper output)
{
    /// <summary>The share of what all three hide that they may narrow together, with the number of students who moved.</summary>
    private const double MostNarrowed = 0.01;

    private static readonly SuppressionRules s_rules = SuppressionRules.Default;

    [Fact]
    public void Protect_ThirdRelease_TellsNoOutcomeOfWhoMovedWithBothBefore()
    {
        var figures = AdversaryRun.Over(output, Attack, share: 20);

        output.WriteLine(figures.TellNarrowed());
        AdversaryRun.AssertKept(figures);
        Assert.True(figures.NarrowedShare <= MostNarrowed, figures.TellNarrowed());
    }

    private static AttackFigures Attack(int seed)
    {
        var (shape, students, first) = RandomTables.Of(seed);
        var tables = new List<CountTables> { first };
        var published = new List<IReadOnlyList<PublishedMeasure>> { Suppressor.Protect(first, s_rules).Measures };
        var changes = new List<(RosterChange, IReadOnlyList<int>)>();
        var earlier = new List<EarlierRelease>();
        for (var release = 1; release < 3; release++)
        {
            var (change, next) = RandomTables.Next(unchecked(seed + (release * 104_729)), shape, students);
            changes.Add((change, RandomTables.Moved(shape, change, students, next)));
            earlier.Insert(0, GivenReleases.Of(tables[^1], published[^1]));
            students = next;
            tables.Add(shape.Count(next));
            published.Add(Suppressor.Protect(tables[^1], s_rules, earlier).Measures);
        }

        var figures = new AttackFigures { Tables = 1 };
        new ThreeReleaseCheck(seed, shape, s_rules, new AttackOptions(), figures).Check(tables, published, changes);
        return figures;
    }
}
