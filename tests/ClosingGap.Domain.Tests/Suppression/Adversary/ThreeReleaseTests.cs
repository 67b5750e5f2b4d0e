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
        var (shape, students, _) = RandomTables.Of(seed);
        var rosters = new List<IReadOnlyList<InventedStudent>> { students };
        var changes = new List<(RosterChange, IReadOnlyList<int>)>();
        var tables = new List<CountTables> { shape.Count(students) };
        var published = new List<IReadOnlyList<PublishedMeasure>>();
        var earlier = new List<EarlierRelease>();
        for (var release = 0; release < 3; release++)
        {
            if (release > 0)
            {
                var (change, next) = RandomTables.Next(unchecked(seed + (release * 104_729)), shape, rosters[^1]);
                var after = shape.Count(next);
                changes.Add((change, [.. Enumerable.Range(0, shape.Measures).Select(m => change == RosterChange.Changed
                    ? next.Zip(rosters[^1]).Count(p => p.First.Outcomes[m] != p.Second.Outcomes[m])
                    : (int)Math.Abs(after.Measures[m].Cells[0].Students - tables[^1].Measures[m].Cells[0].Students))]));
                rosters.Add(next);
                tables.Add(after);
            }

            published.Add(Suppressor.Protect(tables[^1], s_rules, earlier).Measures);
            earlier.Insert(0, new EarlierRelease([.. tables[^1].Measures.Zip(published[^1], (t, p) => new EarlierMeasure(t.Measure, [.. t.Cells.Select(c => (CountCell?)c)], [.. p.Cells]))]));
        }

        var figures = new AttackFigures { Tables = 1 };
        new ThreeReleaseCheck(seed, shape, s_rules, new AttackOptions(), figures).Check(tables, published, changes);
        return figures;
    }
}
