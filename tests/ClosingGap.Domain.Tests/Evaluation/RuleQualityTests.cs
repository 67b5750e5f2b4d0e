using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Evaluation;

public sealed class RuleQualityTests
{
    /// <summary>
    /// Numbers of our own, made to read as Balfanz, Herzog and Mac Iver (2007) are read: the flags found 60 % of later non-graduates, and
    /// at least 75 % of the flagged did not graduate.
    /// </summary>
    [Fact]
    public void Quality_OfSixtyPercentFoundAtThreeInFourRight_ReadsAsPublished()
    {
        var quality = new RuleQuality(new ConfusionCounts { TruePositives = 240, FalsePositives = 80, FalseNegatives = 160, TrueNegatives = 520 });
        Assert.Equal(new Rate(240, 400), quality.Recall);
        Assert.Equal(.60, quality.Recall!.Value.Share, 12);
        Assert.Equal(new Rate(240, 320), quality.Precision);
        Assert.Equal(.75, quality.Precision!.Value.Share, 12);
        Assert.Equal(new Rate(80, 600), quality.FalseAlarmRate);
        Assert.Equal(new Rate(320, 1000), quality.ShareFlagged);
        Assert.Equal(new Rate(400, 1000), quality.BaseRate);
        Assert.Equal(1.875, quality.Lift!.Value, 12);
    }

    [Fact]
    public void Rates_HaveTheWilsonIntervalOfTheirCounts()
    {
        var interval = new RuleQuality(new ConfusionCounts { TruePositives = 81, FalseNegatives = 182 }).Recall!.Value.Wilson()!.Value;
        Assert.Equal(.2553, interval.Low, 4);
        Assert.Equal(.3662, interval.High, 4);
    }

    [Fact]
    public void Quality_OfNobody_IsNullThroughout()
    {
        var quality = new RuleQuality(new ConfusionCounts { NotApplicable = 3, NotEnoughData = 4, NoOutcome = 5 });
        Assert.Null(quality.Precision);
        Assert.Null(quality.Recall);
        Assert.Null(quality.FalseAlarmRate);
        Assert.Null(quality.ShareFlagged);
        Assert.Null(quality.BaseRate);
        Assert.Null(quality.Lift);
    }

    [Fact]
    public void Quality_WithNobodyFlagged_HasRecallZeroAndNoPrecision()
    {
        var quality = new RuleQuality(new ConfusionCounts { FalseNegatives = 5, TrueNegatives = 15 });
        Assert.Equal(new Rate(0, 5), quality.Recall);
        Assert.Equal(new Rate(0, 15), quality.FalseAlarmRate);
        Assert.Null(quality.Precision);
        Assert.Null(quality.Lift);
    }

    [Fact]
    public void Quality_WithNothingAdverse_HasPrecisionZeroAndNoRecall()
    {
        var quality = new RuleQuality(new ConfusionCounts { FalsePositives = 5, TrueNegatives = 15 });
        Assert.Equal(new Rate(0, 5), quality.Precision);
        Assert.Null(quality.Recall);
        Assert.Null(quality.Lift);
    }

    [Theory]
    [InlineData(VerdictStatus.NotApplicable, OutcomeClass.NotCounted, 1, 0, 0)]
    [InlineData(VerdictStatus.NotEnoughData, OutcomeClass.Adverse, 0, 1, 0)]
    [InlineData(VerdictStatus.AtRisk, OutcomeClass.NotCounted, 0, 0, 1)]
    public void Counts_OfAStudentNotCounted_HaveTheFirstReason(VerdictStatus status, OutcomeClass outcome, long notApplicable, long notEnough, long noOutcome)
    {
        var flag = new Flag(new FlagRule("x", 1, VerdictStatus.AtRisk), new DateOnly(2023, 6, 1), status);
        var counts = ConfusionCounts.Of(flag, outcome);
        Assert.Equal(new ConfusionCounts(0, 0, 0, 0, notApplicable, notEnough, noOutcome), counts);
        Assert.Equal((0, 1), (counts.Counted, counts.NotCounted));
    }

    [Theory]
    [InlineData(VerdictStatus.OffTrack, OutcomeClass.Adverse, 1, 0, 0, 0)]
    [InlineData(VerdictStatus.AtRisk, OutcomeClass.NotAdverse, 0, 1, 0, 0)]
    [InlineData(VerdictStatus.OnTrack, OutcomeClass.Adverse, 0, 0, 1, 0)]
    [InlineData(VerdictStatus.Met, OutcomeClass.NotAdverse, 0, 0, 0, 1)]
    public void Counts_OfAStudentCounted_AreInOneCell(VerdictStatus status, OutcomeClass outcome, long tp, long fp, long fn, long tn)
    {
        var flag = new Flag(new FlagRule("x", 1, VerdictStatus.AtRisk), new DateOnly(2023, 6, 1), status);
        Assert.Equal(new ConfusionCounts(tp, fp, fn, tn, 0, 0, 0), ConfusionCounts.Of(flag, outcome));
    }
}
