using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Growth;

public sealed class GrowthPercentileTests
{
    [Fact]
    public void Of_ACohort_RanksByWhatTheScoreAddsToTheExpected()
    {
        // Each of 20 prior scores was had by five students, who now stand 10 below to 10 above what it promises.
        Observation[] scores =
            [.. Enumerable.Range(0, 20).SelectMany(prior => Enumerable.Range(-2, 5).Select(step => new Observation(prior, (2 * prior) + (5 * step))))];
        var ranks = GrowthPercentile.Of(scores)!;
        Assert.Equal([10, 30, 50, 70, 90], ranks[..5]);
        Assert.Equal(ranks[..5], ranks[^5..]);
    }

    [Fact]
    public void Of_ASmallCohort_IsNone() => Assert.Null(GrowthPercentile.Of([.. Enumerable.Range(0, 99).Select(i => new Observation(i, i))]));

    [Fact]
    public void Of_StudentsWithEqualResiduals_PutsThemInTheMiddle() =>
        Assert.All(GrowthPercentile.Of([.. Enumerable.Range(0, 100).Select(i => new Observation(i, 3 * i))])!, rank => Assert.Equal(50, rank));
}
