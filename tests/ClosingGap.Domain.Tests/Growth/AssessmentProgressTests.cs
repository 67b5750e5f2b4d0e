using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Growth;

public sealed class AssessmentProgressTests
{
    private static readonly int[] s_scores = [22, 25, 23, 28, 27, 60, 30, 33];

    [Fact]
    public void Of_EightWeeksWithOneBadDay_GivesTheKnownSlopes()
    {
        var progress = Assert.Single(Of([.. s_scores.Select((score, week) => Probe(week, score))]));

        Assert.Equal((8, 1.5357), (progress.Probes, progress.TrendPerWeek));
        Assert.Equal(2.5238, progress.FitPerWeek);
        Assert.True(progress.FitLow < 0 && progress.FitHigh > 2.5238);
        Assert.False(progress.IsTrend);
    }

    [Fact]
    public void Of_TenWeeksAndMore_IsATrend() => Assert.True(Assert.Single(Of([.. Enumerable.Range(0, 11).Select(week => Probe(week, 20 + week))])).IsTrend);

    [Fact]
    public void Of_TwoProbesUndatedOrUntested_IsNothing() =>
        Assert.Empty(Of(Probe(0, 20), Probe(1, 21), new AssessmentResult("oral", null, ScoreHundredths: 2_200), Probe(3, 24) with { WasNotTested = true }));

    [Fact]
    public void Of_AnyOrder_IsTheSame()
    {
        AssessmentResult[] probes = [.. s_scores.Select((score, week) => Probe(week, score))];

        Assert.Equal(Of(probes), Of([.. probes.Reverse()]));
    }

    [Fact]
    public void Of_ATestWithAGoal_HoldsTheProbesAgainstTheStraightWay()
    {
        // The median of the first three is 22, in week 1; ten weeks later 42 are asked: two points a week.
        int[] scores = [22, 20, 24, 24, 25, 26, 27];
        var goal = new ProgressGoal("oral", 4_200, Given.FirstDay.AddDays(77));

        var aim = Assert.Single(Of([goal], [.. scores.Select((score, week) => Probe(week, score))])).Aim!;

        Assert.Equal((42.0, 22.0, 2.0, 32.0), (aim.Goal, aim.Baseline, aim.PerWeek, aim.AskedNow));
        Assert.Equal((ProgressDecision.ChangeInstruction, ProgressDecision.InsufficientData), (aim.PointRule, aim.TrendRule));
    }

    [Fact]
    public void Of_AGoalWithoutADay_IsToBeReachedByTheEndOfTheYear() =>
        Assert.Equal(Given.LastDay, Assert.Single(Of([new ProgressGoal("oral", 9_000, null)], [.. s_scores.Select((score, week) => Probe(week, score))])).Aim!.By);

    [Fact]
    public void Of_AGoalOnAnotherTestOrOneThatIsPast_IsNoAim()
    {
        AssessmentResult[] probes = [.. s_scores.Select((score, week) => Probe(week, score))];

        Assert.Null(Assert.Single(Of([new ProgressGoal("maze", 4_200, null)], probes)).Aim);
        Assert.Null(Assert.Single(Of([new ProgressGoal("oral", 4_200, Given.FirstDay)], probes)).Aim);
    }

    private static AssessmentResult Probe(int week, int score) => new("oral", Given.FirstDay.AddDays(7 * week), ScoreHundredths: score * 100);

    private static IReadOnlyList<AssessmentProgress> Of(params AssessmentResult[] results) => Of([], results);

    private static IReadOnlyList<AssessmentProgress> Of(IReadOnlyList<ProgressGoal> goals, AssessmentResult[] results) =>
        AssessmentProgress.Of(results, Given.Year(150), ProgressSettings.Default, goals);
}
