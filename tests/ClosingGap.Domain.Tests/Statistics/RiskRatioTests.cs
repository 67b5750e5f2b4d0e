using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Statistics;

public sealed class RiskRatioTests
{
    [Fact]
    public void Of_ThePublishedExample_HasItsInterval()
    {
        var (outcome, ratio) = RiskRatio.Of(new Rate(12, 100), new Rate(30, 900), null, RiskRatioMinimums.Federal);
        Assert.Equal(RiskRatioOutcome.Ratio, outcome);
        Assert.Equal(3.60, ratio!.Value.Estimate, 2);
        Assert.Equal(1.90, ratio.Value.Low, 2);
        Assert.Equal(6.81, ratio.Value.High, 2);
    }

    [Fact]
    public void Of_AZeroCell_HasNoRatio()
    {
        var (outcome, ratio) = RiskRatio.Of(new Rate(0, 100), new Rate(30, 900), null, RiskRatioMinimums.None);
        Assert.Equal(RiskRatioOutcome.ZeroCell, outcome);
        Assert.Null(ratio);
    }

    [Theory]
    [InlineData(9, 100)]
    [InlineData(10, 29)]
    public void Of_AGroupBelowAMinimum_HasNoRatio(long count, long of) =>
        Assert.Equal(
            RiskRatioOutcome.GroupBelowMinimum,
            RiskRatio.Of(new Rate(count, of), new Rate(30, 900), new Rate(300, 9_000), RiskRatioMinimums.Federal).Outcome);

    [Fact]
    public void Of_AComparisonBelowAMinimum_TakesTheState()
    {
        var (outcome, ratio) = RiskRatio.Of(new Rate(12, 100), new Rate(3, 900), new Rate(300, 9_000), RiskRatioMinimums.Federal);
        Assert.Equal(RiskRatioOutcome.AlternateRatio, outcome);
        Assert.Equal(3.60, ratio!.Value.Estimate, 2);
    }

    [Fact]
    public void Of_AComparisonBelowAMinimumAndNoState_HasNoRatio() =>
        Assert.Equal(
            RiskRatioOutcome.ComparisonBelowMinimum,
            RiskRatio.Of(new Rate(12, 100), new Rate(3, 900), null, RiskRatioMinimums.Federal).Outcome);

    [Fact]
    public void CompositionIndex_OfTwiceTheShare_IsTwo() => Assert.Equal(2, CompositionIndex.Of(new Rate(20, 50), new Rate(100, 500))!.Value, 10);

    [Fact]
    public void CompositionIndex_WithoutOutcomes_IsNone() => Assert.Null(CompositionIndex.Of(new Rate(0, 0), new Rate(100, 500)));
}
