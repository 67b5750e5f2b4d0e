using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What is published is attacked, on tables that nobody chose.</summary>
public sealed class AdversaryTests(ITestOutputHelper output)
{
    private static readonly SuppressionRules s_rules = new();

    [Fact]
    public void Protect_RandomTables_KeepsEveryPromise()
    {
        var figures = AdversaryRun.Over(output, seed => Attack(seed, t => Suppressor.Protect(t, s_rules).Measures));

        AdversaryRun.AssertKept(figures);
    }

    [Fact]
    public void Attack_NextSmallestHidden_BreaksPromises()
    {
        var figures = AdversaryRun.Over(output, seed => Attack(seed, t => NextSmallest.Protect(t, s_rules)));

        output.WriteLine(figures.TellBroken());
        Assert.Contains(figures.Broken, b => b.Promise == "P1 students");
        Assert.Contains(figures.Broken, b => b.Promise == "P2 outcomes");
    }

    private static AttackFigures Attack(int seed, Func<CountTables, IReadOnlyList<PublishedMeasure>> protect)
    {
        var (shape, _, tables) = RandomTables.Of(seed);
        var check = new PromiseCheck(seed, shape, s_rules, new AttackOptions());
        check.Check(tables, protect(tables));
        return check.Figures;
    }
}
