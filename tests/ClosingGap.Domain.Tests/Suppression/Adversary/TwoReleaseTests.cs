using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>One to three students come, leave, or turn an outcome between two releases; what both tell together is attacked.</summary>
public sealed class TwoReleaseTests(ITestOutputHelper output)
{
    private static readonly SuppressionRules s_rules = new();

    [Fact]
    public void Protect_SecondRelease_KeepsItsOwnPromises()
    {
        var figures = AdversaryRun.Over(output, seed =>
        {
            var releases = Releases(seed);
            var check = new PromiseCheck(seed, releases.Shape, s_rules, new AttackOptions());
            check.Check(releases.After, releases.PublishedAfter);
            return check.Figures;
        });

        AdversaryRun.AssertKept(figures);
    }

    [Fact]
    public void Protect_SecondRelease_TellsNoMoreWithTheFirst()
    {
        var figures = AdversaryRun.Over(output, seed =>
        {
            var releases = Releases(seed);
            var check = new TwoReleaseCheck(seed, releases.Shape, s_rules, new AttackOptions());
            check.Check(releases.Before, releases.PublishedBefore, releases.After, releases.PublishedAfter, releases.Change, releases.Moved);
            return check.Figures;
        });

        AdversaryRun.AssertKept(figures);
    }

    private static (TableShape Shape, CountTables Before, IReadOnlyList<PublishedMeasure> PublishedBefore, CountTables After, IReadOnlyList<PublishedMeasure> PublishedAfter, RosterChange Change, IReadOnlyList<int> Moved) Releases(int seed)
    {
        var (shape, students, before) = RandomTables.Of(seed);
        var (change, next) = RandomTables.Next(seed, shape, students);
        var after = shape.Count(next);
        var moved = Enumerable.Range(0, shape.Measures).Select(m => change == RosterChange.Changed
            ? next.Zip(students).Count(p => p.First.Outcomes[m] != p.Second.Outcomes[m])
            : (int)Math.Abs(after.Measures[m].Cells[0].Students - before.Measures[m].Cells[0].Students));
        var first = Suppressor.Protect(before, s_rules).Measures;
        var earlier = new EarlierRelease([.. before.Measures.Zip(first, (t, p) => new EarlierMeasure(t.Measure, [.. t.Cells.Select(c => (CountCell?)c)], [.. p.Cells]))]);
        return (shape, before, first, after, Suppressor.Protect(after, s_rules, [earlier]).Measures, change, [.. moved]);
    }
}
