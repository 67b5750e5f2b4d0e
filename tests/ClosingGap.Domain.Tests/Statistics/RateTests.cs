using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Statistics;

public sealed class RateTests
{
    [Theory]
    [InlineData(81, 263, .2553, .3662)]
    [InlineData(1, 29, .0061, .1718)]
    [InlineData(0, 20, 0, .1611)]
    public void Wilson_OfPublishedExamples_HasTheirLimits(long count, long of, double low, double high)
    {
        var interval = new Rate(count, of).Wilson()!.Value;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, .200, .0524, .3339)]
    [InlineData(9, 10, 3, 10, .600, .1705, .8090)]
    public void Newcombe_OfPublishedExamples_HasTheirLimits(long x1, long n1, long x2, long n2, double gap, double low, double high)
    {
        var interval = RateGap.Newcombe(new Rate(x1, n1), new Rate(x2, n2))!.Value;
        Assert.Equal(gap, interval.Estimate, 3);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_OfNobody_IsNone() => Assert.Null(new Rate(0, 0).Wilson());

    [Fact]
    public void Newcombe_WithAGroupOfNobody_IsNone() => Assert.Null(RateGap.Newcombe(new Rate(1, 2), new Rate(0, 0)));

    [Fact]
    public void Rate_OfMoreThanAll_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(3, 2));

    [Fact]
    public void Newcombe_TheOtherWayRound_IsTheNegative()
    {
        var (one, other) = (new Rate(30, 90), new Rate(12, 70));
        var (there, back) = (RateGap.Newcombe(one, other)!.Value, RateGap.Newcombe(other, one)!.Value);
        Assert.Equal(there.Low, -back.High, 12);
        Assert.Equal(there.High, -back.Low, 12);
    }
}
