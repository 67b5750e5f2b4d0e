using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What is published is attacked, on tables that nobody chose.</summary>
public sealed class AdversaryTests(ITestOutputHelper output)
{
    /// <summary>The share of cells that may be withheld because nothing else protects them. Random runs spread between 3 and 10 %: whole tables go at once.</summary>
    private const double MostWithheld = 0.15;

    /// <summary>The share of percents that protection must leave, on tables a quarter of whose cells are small. Random runs spread between 41 and 47 %.</summary>
    private const double LeastKept = 0.35;

    /// <summary>Tables from which on shares mean something.</summary>
    private const int ManyTables = 200;

    [Fact]
    public void Protect_RandomTables_KeepsEveryPromise()
    {
        var figures = AdversaryRun.Over(output, seed => Attack(seed, SuppressionRules.Default, new AttackOptions()));

        AdversaryRun.AssertKept(figures);
        if (figures.Tables >= ManyTables)
        {
            Assert.True(figures.WithheldShare <= MostWithheld, figures.TellLoss());
            Assert.True(figures.PercentsKept >= LeastKept, figures.TellLoss());
        }
    }

    [Theory]
    [InlineData("default")]
    [InlineData("NYSED")]
    [InlineData("EDFacts")]
    public void Protect_ReaderKnowsRounding_KeepsEveryPromise(string rules)
    {
        var figures = AdversaryRun.Over(output, seed => Attack(seed, SuppressionRules.Find(rules)!, new AttackOptions { KnowsRounding = true }), share: 10);

        AdversaryRun.AssertKept(figures);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("NYSED")]
    [InlineData("EDFacts")]
    public void Protect_ReaderKnowsHiddenIsNotEmpty_KeepsEveryPromise(string rules)
    {
        var options = new AttackOptions { KnowsRounding = true, KnowsEmpty = true };
        var figures = AdversaryRun.Over(output, seed => Attack(seed, SuppressionRules.Find(rules)!, options), share: 5);

        AdversaryRun.AssertKept(figures);
    }

    [Fact]
    public void Protect_ReaderKnowsMoreThanPromised_KeepsOutcomesHidden()
    {
        var options = new AttackOptions { KnowsSameStudents = true };
        var figures = AdversaryRun.Over(output, seed => Attack(seed, SuppressionRules.Default, options), share: 10);

        output.WriteLine(figures.TellNarrowed());
        AdversaryRun.AssertKept(figures);
    }

    [Fact]
    public void Attack_NextSmallestHidden_BreaksPromises()
    {
        var figures = AdversaryRun.Over(output, seed => Attack(seed, SuppressionRules.Default, new AttackOptions(), NextSmallest.Protect), share: 10);

        output.WriteLine(figures.TellBroken());
        Assert.Contains(figures.Broken, b => b.Promise == "P1 students");
        Assert.Contains(figures.Broken, b => b.Promise == "P2 outcomes");
    }

    private static AttackFigures Attack(int seed, SuppressionRules rules, AttackOptions options, Func<CountTables, SuppressionRules, SuppressedTables>? protect = null)
    {
        var (shape, _, tables) = RandomTables.Of(seed);
        var check = new PromiseCheck(seed, shape, rules, options);
        var published = protect is null ? Suppressor.Protect(tables, rules) : protect(tables, rules);
        check.Check(tables, published.Measures, published.Report.WithheldComponents.SelectMany(w => w.Cells).ToHashSet());
        foreach (var measure in published.Report.Measures)
        {
            check.Figures.Hold(measure.Unproven == 0, new BrokenPromise(seed, shape, "P6 unproven", measure.Measure, 0));
        }

        return check.Figures;
    }
}
