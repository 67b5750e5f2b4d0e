using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Statistics;

public sealed class LineTests
{
    /// <summary>Weekly probes, one of them (60) a mistake.</summary>
    private static readonly Observation[] s_probes =
        [.. new double[] { 22, 25, 23, 28, 27, 60, 30, 33 }.Select((score, index) => new Observation(index + 1, score))];

    [Fact]
    public void LinearFit_OfTheExample_HasItsSlopeAndError()
    {
        var fit = LinearFit.Through(s_probes)!.Value;
        Assert.Equal(2.524, fit.Slope, 3);
        Assert.Equal(1.764, fit.StandardError!.Value, 3);
        Assert.True(fit.SlopeInterval()!.Value.Covers(0));
    }

    [Fact]
    public void LinearFit_WithoutTheMistake_HasTheOtherSlope() =>
        Assert.Equal(1.428, LinearFit.Through([.. s_probes.Where(probe => probe.Y != 60)])!.Value.Slope, 3);

    [Fact]
    public void TheilSen_OfTheExample_IsHardlyMovedByTheMistake() =>
        Assert.Equal(1.536, MedianLine.TheilSen(s_probes)!.Value.Slope, 3);

    [Fact]
    public void Lines_OfAStraightLine_AreThatLine()
    {
        Observation[] straight = [.. Enumerable.Range(0, 9).Select(x => new Observation(x, 4 + (1.5 * x)))];
        Assert.Equal((1.5, 4), (LinearFit.Through(straight)!.Value.Slope, LinearFit.Through(straight)!.Value.Intercept));
        Assert.Equal(new MedianLine(1.5, 4, 9), MedianLine.TheilSen(straight));
        Assert.Equal(new MedianLine(1.5, 4, 9), MedianLine.Thirds(straight));
    }

    [Fact]
    public void Lines_OfOnePlace_AreNone()
    {
        Observation[] place = [new(3, 1), new(3, 2), new(3, 5)];
        Assert.Null(LinearFit.Through(place));
        Assert.Null(MedianLine.TheilSen(place));
        Assert.Null(MedianLine.Thirds(place));
    }

    [Fact]
    public void SlopeInterval_OfTwoObservations_IsNone() => Assert.Null(LinearFit.Through([new(0, 1), new(1, 2)])!.Value.SlopeInterval());
}
