using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Growth;

public sealed class ProgressTests
{
    private static readonly Aimline s_aimline = new(20, 0, 56, 36);

    [Fact]
    public void Aimline_FromProbes_BeginsAtTheMedianOfTheFirstThree()
    {
        var line = Aimline.From([new(3, 40), new(1, 24), new(0, 20), new(2, 21)], goal: 57, goalWeek: 37)!;
        Assert.Equal((21, 1, 1), (line.Baseline, line.BaselineWeek, line.Slope));
        Assert.Equal(31, line.At(11));
    }

    [Fact]
    public void Aimline_OfTwoProbes_IsNone() => Assert.Null(Aimline.From([new(0, 20), new(1, 24)], 57, 37));

    [Theory]
    [InlineData(-1, ProgressDecision.ChangeInstruction)]
    [InlineData(1, ProgressDecision.RaiseGoal)]
    [InlineData(0, ProgressDecision.Continue)]
    public void PointRule_TheLatestFourOnOneSide_AsksForAChange(double offset, ProgressDecision expected) =>
        Assert.Equal(expected, Progress.Of(Along(8, offset), s_aimline, ProgressSettings.Default).PointRule);

    [Fact]
    public void PointRule_OneOfTheLatestFourOnTheOtherSide_GoesOn()
    {
        var probes = Along(8, -1);
        probes[6] = probes[6] with { Y = probes[6].Y + 2 };
        Assert.Equal(ProgressDecision.Continue, Progress.Of(probes, s_aimline, ProgressSettings.Default).PointRule);
    }

    [Fact]
    public void Rules_WithTooLittle_SaySo()
    {
        Assert.Equal(ProgressDecision.InsufficientData, Progress.Of(Along(3, -1), s_aimline, ProgressSettings.Default).PointRule);
        Assert.Equal(ProgressDecision.InsufficientData, Progress.Of(Along(8, -1), s_aimline, ProgressSettings.Default).TrendRule);
        Assert.Equal(ProgressDecision.InsufficientData, Progress.Of(Along(20, -1), aimline: null, ProgressSettings.Default).TrendRule);
    }

    [Theory]
    [InlineData(0.2, ProgressDecision.ChangeInstruction)]
    [InlineData(1.0, ProgressDecision.Continue)]
    [InlineData(2.5, ProgressDecision.RaiseGoal)]
    public void TrendRule_ASlopeAgainstTheAimlines_Decides(double slope, ProgressDecision expected)
    {
        Observation[] probes = [.. Enumerable.Range(0, 12).Select(week => new Observation(week, 20 + (slope * week) + (week % 2 == 0 ? .3 : -.3)))];
        Assert.Equal(expected, Progress.Of(probes, s_aimline, ProgressSettings.Default).TrendRule);
    }

    [Fact]
    public void Progress_OfProbesInAnotherOrder_IsTheSame()
    {
        var probes = Along(12, 3);
        Assert.Equal(
            Progress.Of(probes, s_aimline, ProgressSettings.Default).PointRule,
            Progress.Of([.. probes.Reverse()], s_aimline, ProgressSettings.Default).PointRule);
    }

    private static Observation[] Along(int weeks, double offset) =>
        [.. Enumerable.Range(0, weeks).Select(week => new Observation(week, s_aimline.At(week) + offset))];
}
