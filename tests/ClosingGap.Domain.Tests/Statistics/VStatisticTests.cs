using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Statistics;

public sealed class VStatisticTests
{
    private static readonly long[] s_first = [10, 20, 40, 30];
    private static readonly long[] s_second = [30, 35, 25, 10];

    [Fact]
    public void V_OfThePublishedExample_HasItsFigures()
    {
        Assert.Equal(.705, VStatistic.Superiority(s_first, s_second)!.Value, 3);
        Assert.Equal(.762, VStatistic.Trapezoid(s_first, s_second)!.Value, 3);
        Assert.Equal(.808, VStatistic.Fitted(s_first, s_second)!.Value, 3);
    }

    [Fact]
    public void V_OfEqualDistributions_IsZero()
    {
        Assert.Equal(0, VStatistic.Trapezoid(s_first, s_first)!.Value, 12);
        Assert.Equal(0, VStatistic.Fitted(s_first, s_first)!.Value, 12);
    }

    [Fact]
    public void V_OfAnEmptyGroup_IsNone()
    {
        Assert.Null(VStatistic.Trapezoid(s_first, [0, 0, 0, 0]));
        Assert.Null(VStatistic.Fitted(s_first, [0, 0, 0, 0]));
    }

    [Fact]
    public void Fitted_WithOneUsableCutPoint_IsNone() => Assert.Null(VStatistic.Fitted([10, 20], [20, 10]));

    [Fact]
    public void V_WithUnlikeLevels_IsRefused() => Assert.Throws<ArgumentException>(() => VStatistic.Superiority([1, 2], [1, 2, 3]));
}
