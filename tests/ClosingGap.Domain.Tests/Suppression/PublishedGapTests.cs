using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class PublishedGapTests
{
    private static readonly PublishedCell s_large = Cell(400, PublishedValue.Exact(62));
    private static readonly PublishedCell s_small = Cell(30, PublishedValue.Range(40, 49));

    [Fact]
    public void Of_TwoPercents_IsTheirDifference()
    {
        Assert.Equal(PublishedValue.Exact(15), PublishedGap.Of(s_large, Cell(300, PublishedValue.Exact(47))));
        Assert.Equal(PublishedValue.Exact(-15), PublishedGap.Of(Cell(300, PublishedValue.Exact(47)), s_large));
    }

    [Fact]
    public void Of_ARange_IsTheRangeOfDifferences()
    {
        Assert.Equal(PublishedValue.Range(13, 22), PublishedGap.Of(s_large, s_small));
        Assert.Equal(PublishedValue.Range(-9, 9), PublishedGap.Of(s_small, s_small));
    }

    [Fact]
    public void Of_ASuppressedOperand_IsSuppressedWhateverTheOtherIs()
    {
        PublishedCell[] others = [s_large, s_small, PublishedCell.NotApplicable, PublishedCell.Suppressed, Cell(20, PublishedValue.NotReported)];
        foreach (var other in others)
        {
            Assert.Equal(PublishedValue.Suppressed, PublishedGap.Of(PublishedCell.Suppressed, other));
            Assert.Equal(PublishedValue.Suppressed, PublishedGap.Of(other, PublishedCell.Suppressed));
            Assert.Equal(PublishedValue.Suppressed, PublishedGap.RiskRatio(other, PublishedCell.Suppressed));
            Assert.False(PublishedGap.IsPublishable(other, PublishedCell.Suppressed));
        }
    }

    [Fact]
    public void Of_NobodyOrNothingReported_SaysSo()
    {
        Assert.Equal(PublishedValue.NotApplicable, PublishedGap.Of(s_large, PublishedCell.NotApplicable));
        Assert.Equal(PublishedValue.NotReported, PublishedGap.Of(s_large, Cell(20, PublishedValue.NotReported)));
    }

    [Fact]
    public void RiskRatio_IsMadeOfPublishedPercents()
    {
        Assert.Equal(PublishedValue.Exact(1.32m), PublishedGap.RiskRatio(Cell(300, PublishedValue.Exact(47)), s_large));
        Assert.Equal(PublishedValue.Range(1.27m, 1.55m), PublishedGap.RiskRatio(s_small, s_large));
        Assert.Equal(PublishedValue.NotApplicable, PublishedGap.RiskRatio(Cell(50, PublishedValue.Range(0, 5)), s_large));
    }

    private static PublishedCell Cell(int students, PublishedValue percent) => new(PublishedValue.Exact(students), percent);
}
