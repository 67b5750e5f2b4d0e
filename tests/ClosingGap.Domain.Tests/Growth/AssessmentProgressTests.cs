using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Roster;

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

    private static AssessmentResult Probe(int week, int score) => new("oral", Given.FirstDay.AddDays(7 * week), ScoreHundredths: score * 100);

    private static IReadOnlyList<AssessmentProgress> Of(params AssessmentResult[] results) => AssessmentProgress.Of(results, Given.Year(150), ProgressSettings.Default);
}
