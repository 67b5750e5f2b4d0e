using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// One to three students come, leave, or turn an outcome between two releases; the second alone and both together are attacked. Of the
/// tables that CLOSINGGAP_ADVERSARY_TABLES asks for, one of five.
/// </summary>
public sealed class TwoReleaseTests(ITestOutputHelper output)
{
    /// <summary>
    /// The share of questions that both releases and the number of moved students together may narrow. Not none: a cell that was shown and
    /// falls under the minimum is known up to that number, whatever the later release says.
    /// </summary>
    private const double MostNarrowed = 0.01;

    /// <summary>Tables from which on it means something how many questions there were.</summary>
    private const int ManyTables = 20;

    private static readonly SuppressionRules s_rules = SuppressionRules.Default;

    [Fact]
    public void Protect_SecondRelease_TellsNoMoreWithTheFirst()
    {
        var figures = AdversaryRun.Over(output, Attack, share: 5);

        output.WriteLine(figures.TellNarrowed());
        AdversaryRun.AssertKept(figures);
        Assert.True(figures.NarrowedShare <= MostNarrowed, figures.TellNarrowed());
        Assert.True(figures.Tables < ManyTables || figures.Asked(TwoReleaseCheck.Joined) > figures.Tables, "Too few cells showed who came or left.");
    }

    /// <summary>Tables on which two releases together once told too much: who left, or how many are left of what both hide.</summary>
    [Theory]
    [InlineData(100221)]
    [InlineData(20136)]
    [InlineData(20097)]
    [InlineData(20137)]
    public void Protect_SecondReleaseOfATableThatWasRead_TellsNoMoreWithTheFirst(int seed)
    {
        var figures = Attack(seed);

        AdversaryRun.AssertKept(figures);
        Assert.True(figures.NarrowedShare == 0, figures.TellNarrowed());
    }

    private static AttackFigures Attack(int seed)
    {
        var (shape, students, before) = RandomTables.Of(seed);
        var (change, next) = RandomTables.Next(seed, shape, students);
        var after = shape.Count(next);
        var moved = RandomTables.Moved(shape, change, students, next);

        var first = Suppressor.Protect(before, s_rules).Measures;
        var second = Suppressor.Protect(after, s_rules, [GivenReleases.Of(before, first)]);

        var alone = new PromiseCheck(seed, shape, s_rules, new AttackOptions());
        alone.Check(after, second.Measures, second.Report.WithheldComponents.SelectMany(w => w.Cells).ToHashSet());
        new TwoReleaseCheck(seed, shape, s_rules, new AttackOptions(), alone.Figures).Check(before, first, after, second.Measures, change, moved);
        return alone.Figures;
    }
}
