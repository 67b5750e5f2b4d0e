using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Statistics;
using ClosingGap.Domain.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using Interval = ClosingGap.Domain.Statistics.Interval;

namespace ClosingGap.Domain.Tests.Gaps;

/// <summary>Words for trends; students are by the thousand, so that counts read as tenths of a percent.</summary>
public sealed class GapTrendsTests(ITestOutputHelper output)
{
    private const int Thousand = 1_000;
    private static readonly DateOnly s_first = new(2025, 9, 30);

    [Theory]
    [InlineData(600, 400, 600, 520, GapTrendWord.Closing)] // the group behind rose
    [InlineData(600, 400, 700, 600, GapTrendWord.Closing)] // both rose, the group behind more
    [InlineData(600, 400, 540, 500, GapTrendWord.Closing)] // the one fell, the other clearly rose
    [InlineData(600, 400, 480, 400, GapTrendWord.ClosedByDecline)]
    [InlineData(600, 400, 400, 300, GapTrendWord.ClosedByDecline)] // both fell, the group ahead more
    [InlineData(600, 400, 500, 410, GapTrendWord.ClosedByDecline)] // the group behind rose, but not clearly
    [InlineData(600, 400, 600, 300, GapTrendWord.Widening)]
    [InlineData(600, 400, 610, 420, GapTrendWord.NoClearChange)]
    [InlineData(600, 400, 600, 400, GapTrendWord.NoClearChange)]
    [InlineData(400, 600, 400, 480, GapTrendWord.ClosedByDecline)] // the focal group was ahead, and fell
    [InlineData(400, 600, 520, 600, GapTrendWord.Closing)] // the focal group was ahead, and the reference rose
    [InlineData(600, 400, 400, 600, GapTrendWord.Reversed)]
    [InlineData(1_000, 900, 1_000, 1_000, GapTrendWord.Closing)] // at the edge of what a rate can be
    [InlineData(53, 147, 230, 278, GapTrendWord.NoClearChange)] // clear by less than the digits that are told
    public void Word_FollowsWhoMoved(long referenceThen, long focalThen, long referenceNow, long focalNow, GapTrendWord word)
    {
        Assert.Equal(word, Trend(referenceThen, focalThen, referenceNow, focalNow, false).Word);

        // What is adverse is the same thing counted the other way around.
        Assert.Equal(word, Trend(Thousand - referenceThen, Thousand - focalThen, Thousand - referenceNow, Thousand - focalNow, true).Word);
    }

    [Theory]
    [InlineData(0, GapTrendWord.Closing)]
    [InlineData(.005, GapTrendWord.Closing)]
    [InlineData(.02, GapTrendWord.NoClearChange)]
    public void Word_OfRoundedRates_IsSaidOnlyWhereRoundingCannotMakeIt(double rounding, GapTrendWord word)
    {
        RatePair[] pairs = [new(s_first, new Rate(600, Thousand), new Rate(400, Thousand)), new(s_first.AddMonths(2), new Rate(600, Thousand), new Rate(520, Thousand))];

        var (exact, trend) = (GapTrends.Of(pairs, false, 30, false)!, GapTrends.Of(pairs, false, 30, false, rounding)!);

        Assert.Equal((word, exact.Change.Value), (trend.Word, trend.Change.Value));
        Assert.Equal(exact.Change.Low - (4 * rounding), trend.Change.Low, 3);
        Assert.Equal(exact.FocalChange.High + (2 * rounding), trend.FocalChange.High, 3);
    }

    [Theory]
    [InlineData(30, GapTrendWord.Closing)]
    [InlineData(29, null)]
    public void Word_BelowTheMinimumAtEitherEnd_IsLeftOut_AndNumbersStay(long students, GapTrendWord? word)
    {
        var trend = GapTrends.Of(
            [new(s_first, new Rate(900, Thousand), new Rate(0, students)), new(s_first.AddMonths(2), new Rate(900, Thousand), new Rate(900, Thousand))], false, 30, true)!;

        Assert.Equal((word, -.9, 2), (trend.Word, trend.Change.Value, trend.Points!.Count));
    }

    [Theory]
    [InlineData(55, 100, 45, 100, 44, 100, 55, 100, GapTrendWord.NoClearChange)] // neither end is clear
    [InlineData(550, 1_000, 500, 1_000, 24, 50, 27, 50, GapTrendWord.NoClearChange)] // too few now for a clear change
    [InlineData(620, 1_000, 500, 1_000, 240, 500, 303, 500, GapTrendWord.Reversed)]
    [InlineData(5_500, 10_000, 5_000, 10_000, 480, 1_000, 520, 1_000, GapTrendWord.ClosedByDecline)] // the group ahead clearly fell
    [InlineData(5_500, 10_000, 5_000, 10_000, 88, 200, 100, 200, GapTrendWord.ClosedByDecline)] // larger than before, not clear, and the group behind did not rise
    [InlineData(5_500, 10_000, 5_000, 10_000, 108, 200, 120, 200, GapTrendWord.Closing)] // larger than before, and not clear
    [InlineData(500, 1_000, 500, 1_000, 400, 1_000, 500, 1_000, GapTrendWord.Widening)] // from none to a clear one
    public void Word_WhereTheSignTurned_IsWideningOnlyWhereTheGapIsClear(
        long referenceThen, long ofReferenceThen, long focalThen, long ofFocalThen, long referenceNow, long ofReferenceNow, long focalNow, long ofFocalNow, GapTrendWord word)
    {
        var trend = GapTrends.Of(
            [
                new(s_first, new Rate(referenceThen, ofReferenceThen), new Rate(focalThen, ofFocalThen)),
                new(s_first.AddMonths(2), new Rate(referenceNow, ofReferenceNow), new Rate(focalNow, ofFocalNow)),
            ],
            false, 30, false)!;

        Assert.Equal(word, trend.Word);
    }

    [Fact]
    public void Trend_OfOneMonth_IsNone() => Assert.Null(GapTrends.Of([new(s_first, new Rate(1, 2), new Rate(1, 2))], false, 1, true));

    [Fact]
    public void Change_OfIntervalsWithEqualArms_HasThePooledStandardError()
    {
        var change = GapChange.Between(new Interval(.3, .3 - .06, .3 + .06), new Interval(.1, .1 - .08, .1 + .08));

        Assert.Equal((-.2, -.3, -.1), (Math.Round(change.Estimate, 12), Math.Round(change.Low, 12), Math.Round(change.High, 12)));
    }

    [Fact]
    public void Words_HoldWhatTheyPromise() => PropertyCheck.Holds(
        output,
        from counts in Gen.ArrayOf(Gen.Choose(0, Thousand), 4)
        from adverse in Gen.Elements(true, false)
        select (counts, adverse),
        c =>
        {
            var trend = Trend(c.counts[0], c.counts[1], c.counts[2], c.counts[3], c.adverse);
            Assert.True(!(trend.Change.Low <= 0 && trend.Change.High >= 0) || trend.Word == GapTrendWord.NoClearChange, "a word was said of a change that covers 0");
            var (then, now) = (c.counts[0] - c.counts[1], c.counts[2] - c.counts[3]);
            var difference = RateGap.Newcombe(new Rate(c.counts[2], Thousand), new Rate(c.counts[3], Thousand))!.Value;
            Assert.True(
                trend.Word != GapTrendWord.Widening || Math.Sign(then) == Math.Sign(now) || !difference.Covers(0),
                "a gap was called widening whose sign turned, and that is not clear");

            // Whichever group is called the reference, the word is the same; unless neither was ahead.
            if (c.counts[0] != c.counts[1])
            {
                Assert.Equal(trend.Word, Trend(c.counts[1], c.counts[0], c.counts[3], c.counts[2], c.adverse).Word);
            }

            if (trend.Word == GapTrendWord.Closing)
            {
                var isFocalBehind = (c.counts[0] > c.counts[1]) != c.adverse;
                var behind = isFocalBehind ? trend.FocalChange : trend.ReferenceChange;
                Assert.True(c.adverse ? behind.Value < 0 : behind.Value > 0, "a gap was called closing while the group behind did not rise");
            }
        });

    private static GapTrend Trend(long referenceThen, long focalThen, long referenceNow, long focalNow, bool isAdverse) => GapTrends.Of(
        [
            new(s_first, new Rate(referenceThen, Thousand), new Rate(focalThen, Thousand)),
            new(s_first.AddMonths(2), new Rate(referenceNow, Thousand), new Rate(focalNow, Thousand)),
        ],
        isAdverse, 30, false)!;
}
