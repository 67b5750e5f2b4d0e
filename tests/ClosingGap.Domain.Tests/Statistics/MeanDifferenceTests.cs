using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Statistics;

public sealed class MeanDifferenceTests
{
    [Fact]
    public void Between_ThePublishedExample_HasItsFigures()
    {
        var difference = MeanDifference.Between(Sample.WithDeviation(50, 103, 5.5), Sample.WithDeviation(50, 100, 4.5))!.Value;
        Assert.Equal(.5970, difference.CohensD, 4);
        Assert.Equal(.5924, difference.HedgesG.Estimate, 4);
        Assert.Equal(.2028, difference.StandardError, 4);
        Assert.Equal(.195, difference.HedgesG.Low, 3);
        Assert.Equal(.990, difference.HedgesG.High, 3);
    }

    [Fact]
    public void Merge_OfParts_EqualsTheWhole()
    {
        double[] values = [3, 5, 8, 13, 21, 34, 55];
        var whole = Sample.Of(values);
        var merged = Sample.Of(values[..3]).Merge(Sample.Of(values[3..])).Merge(default);
        Assert.Equal(whole.Count, merged.Count);
        Assert.Equal(whole.Mean, merged.Mean, 10);
        Assert.Equal(whole.SquaredDeviations, merged.SquaredDeviations, 8);
    }

    [Fact]
    public void Between_GroupsInWhichNothingVaries_IsNone() =>
        Assert.Null(MeanDifference.Between(Sample.Of([1, 1, 1]), Sample.Of([2, 2])));

    [Fact]
    public void Between_AGroupOfOne_IsNone() => Assert.Null(MeanDifference.Between(Sample.Of([1]), Sample.Of([2, 3])));
}
