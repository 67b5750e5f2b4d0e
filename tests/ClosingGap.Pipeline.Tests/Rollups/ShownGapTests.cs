using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>Gaps of a state's release are made of what is published beside them.</summary>
public sealed class ShownGapTests
{
    [Fact]
    public void Gap_OfExactPercents_IsTheirDifferenceWithAnInterval()
    {
        // 56 of 70 and 48 of 80: Newcombe 1998 gives .0524 to .3339.
        var gap = ShownGap.Of("race:White", Exact(70, 80), Exact(80, 60), SuppressionRules.Default);

        Assert.Equal((20m, ValueStatus.Exact), (gap.Points.Value, gap.Points.Status));
        Assert.Equal((5.2m, 33.4m), (gap.IntervalLow, gap.IntervalHigh));
    }

    [Fact]
    public void Gap_OfARange_IsARangeWithoutAnInterval()
    {
        var range = new PublishedCell(PublishedValue.Exact(40), PublishedValue.Range(11, 19));
        var gap = ShownGap.Of("sex:male", Exact(70, 80), range, SuppressionRules.Default);

        Assert.Equal((61m, 69m, ValueStatus.Range), (gap.Points.Low, gap.Points.High, gap.Points.Status));
        Assert.Null(gap.IntervalLow);
    }

    [Fact]
    public void Gap_ToASuppressedPercent_IsSuppressedWithoutAnyNumber()
    {
        var hidden = new PublishedCell(PublishedValue.Suppressed, PublishedValue.Suppressed);
        foreach (var gap in new[] { ShownGap.Of("sex:male", Exact(70, 80), hidden, SuppressionRules.Default), ShownGap.Of("sex:male", hidden, Exact(70, 80), SuppressionRules.Default) })
        {
            Assert.Equal(ValueStatus.Suppressed, gap.Points.Status);
            Assert.Equal((null, null, null, null, null), (gap.Points.Value, gap.Points.Low, gap.Points.High, gap.IntervalLow, gap.IntervalHigh));
        }
    }

    [Fact]
    public void Gap_OfFewerThanTheReliabilityMinimum_HasNoInterval()
    {
        var gap = ShownGap.Of("sex:male", Exact(70, 80), Exact(29, 60), SuppressionRules.Default);

        Assert.Equal(20m, gap.Points.Value);
        Assert.Null(gap.IntervalHigh);
    }

    private static PublishedCell Exact(int students, int percent) => new(PublishedValue.Exact(students), PublishedValue.Exact(percent));
}
