using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Districts and schools come and go between two releases. A reader takes the one from the other: what is suppressed in them is as far from told as in either.
/// Of the tables that CLOSINGGAP_ADVERSARY_TABLES asks for, one of twenty: each is two, and both are attacked.
/// </summary>
public sealed class ChangedStateTests(ITestOutputHelper output)
{
    private static readonly SuppressionRules s_rules = SuppressionRules.Default;

    [Fact]
    public void Protect_AfterDistrictsCameAndWent_KeepsEveryPromiseOfBothReleases()
    {
        var unproven = 0;
        var figures = AdversaryRun.Over(output, seed => Attack(seed, true, ref unproven), share: 20);

        output.WriteLine(figures.TellNarrowed());
        output.WriteLine($"{unproven} tables with what could not be shown");
        AdversaryRun.AssertKept(figures);
    }

    /// <summary>
    /// The percent of a total now, held against that of then and the range of a district that went, leaves that range a single count; and that tells of the
    /// district's suppressed cells.
    /// </summary>
    [Fact]
    public void Protect_WhereATotalNarrowsTheRangeOfADistrictThatWent_KeepsThePromiseOrReportsIt()
    {
        const int Seed = 3_000_036;
        var unproven = 0;

        var figures = Attack(Seed, true, ref unproven);

        Assert.True(figures.Questions > 0);
        AdversaryRun.AssertKept(figures);
    }

    [Fact]
    public void Attack_WhereLinesOfThenAreNotLookedAt_BreaksPromises()
    {
        var unproven = 0;
        var figures = AdversaryRun.Over(output, seed => Attack(seed, false, ref unproven), share: 25);

        output.WriteLine(figures.TellBroken());
        Assert.Contains(figures.Broken, broken => broken.Promise == "P1 students");
    }

    private static AttackFigures Attack(int seed, bool withLines, ref int unproven)
    {
        var (shape, students, _) = RandomTables.Of(seed);
        if (shape.SchoolsOfDistricts.Count == 0)
        {
            return new AttackFigures();
        }

        var state = new ChangedState(shape, students, new System.Random(seed));
        var first = Suppressor.Protect(state.Then, s_rules);
        var earlier = state.Earlier(first.Measures);
        var second = Suppressor.Protect(state.Now, s_rules, [withLines ? earlier : earlier with { Lines = [] }]);
        if (second.Report.UnprovenEarlier > 0)
        {
            Interlocked.Increment(ref unproven);
        }

        var check = new ChangedStateCheck(seed, shape, s_rules);
        check.Check(state, first, second);
        return check.Figures;
    }
}
