using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Tests.Gaps;

public sealed class GapAnalysisTests
{
    [Fact]
    public void Rate_IsReferenceLessFocal_WithNewcombesInterval()
    {
        // Newcombe 1998: 56/70 and 48/80.
        var gap = GivenGaps.Gap(TwoGroups([4, 10, 0, 56], [12, 20, 0, 48]), GivenGaps.Milestone, "yes");

        Assert.Equal((70, 56L, 80, 48L), (gap.Reference!.Students, gap.Reference.Count!.Value, gap.Focal.Students, gap.Focal.Count!.Value));
        Assert.Equal((.2, .0524, .3339), (gap.Difference!.Value, gap.Difference.Low, gap.Difference.High));
        Assert.Equal((GapStanding.FocalBehind, true), (gap.Standing, gap.Reliable));
    }

    [Fact]
    public void Mean_IsHedgesG_FromWholeSums()
    {
        // Borenstein 2009: 103, 5.5, 50 and 100, 4.5, 50; here in hundredths.
        var figures = TwoGroups(
            [0, 0, 0, 50], [0, 0, 0, 50],
            GivenGaps.Values(IndicatorIds.GradePoints, 50, 10_300, 550), GivenGaps.Values(IndicatorIds.GradePoints, 50, 10_000, 450));
        var gap = GivenGaps.Gap(figures, IndicatorIds.GradePoints, "yes");

        Assert.Equal((.5924, .195, .99), (gap.EffectSize!.Value, Math.Round(gap.EffectSize.Low, 3), Math.Round(gap.EffectSize.High, 3)));
        Assert.Equal((300d, 550d, 450d), (gap.MeanDifference!.Value, gap.Reference!.StandardDeviation!.Value, gap.Focal.StandardDeviation!.Value));
        Assert.Equal(GapStanding.FocalBehind, gap.Standing);
    }

    [Fact]
    public void Mean_OfWhatIsAdverse_SaysThatTheReferenceIsBehindWhenItHasMore()
    {
        var figures = TwoGroups(
            [0, 0, 0, 50], [0, 0, 0, 50],
            GivenGaps.Values(IndicatorIds.AttendanceRate, 50, 10_300, 550), GivenGaps.Values(IndicatorIds.AttendanceRate, 50, 10_000, 450));

        Assert.True(new GapAnalysis(figures).Find(IndicatorIds.AttendanceRate)!.Measure.Adverse);
        Assert.Equal(GapStanding.ReferenceBehind, GivenGaps.Gap(figures, IndicatorIds.AttendanceRate, "yes").Standing);
    }

    [Theory]
    [InlineData(VMethod.Fitted, new long[] { 10, 20, 40, 30 }, new long[] { 30, 35, 25, 10 }, .808)]
    [InlineData(VMethod.Trapezoid, new long[] { 0, 50, 0, 50 }, new long[] { 0, 50, 0, 50 }, 0)]
    [InlineData(VMethod.Trapezoid, new long[] { 1, 1, 0, 98 }, new long[] { 2, 1, 0, 97 }, .018)]
    public void V_WithoutCutPointsOnBothSidesOfTheMiddle_IsTheTrapezoidAndSaysSo(VMethod method, long[] reference, long[] focal, double value)
    {
        var gap = GivenGaps.Gap(TwoGroups(reference, focal), GivenGaps.Milestone, "yes").V!;

        Assert.Equal((method, value), (gap.Method, Math.Round(gap.Value, 3)));
    }

    [Fact]
    public void Levels_OfTests_HaveAVAndNoWord()
    {
        static SortedDictionary<string, long[]> Levels(params long[] levels) => new(StringComparer.Ordinal) { ["Reading"] = levels };
        var figures = TwoGroups([0, 0, 0, 100], [0, 0, 0, 100]);
        figures.Groups["no"] = figures.Groups["no"] with { Levels = Levels(10, 20, 40, 30) };
        figures.Groups["yes"] = figures.Groups["yes"] with { Levels = Levels(30, 35, 25, 10) };
        var gap = GivenGaps.Gap(figures with { All = figures.All with { Levels = Levels(40, 55, 65, 40) } }, "assessment.levels.Reading", "yes");

        Assert.Equal((VMethod.Fitted, .808, true, null), (gap.V!.Method, Math.Round(gap.V.Value, 3), gap.Reliable!.Value, gap.Standing));
        Assert.Equal([30, 35, 25, 10], gap.Focal.Levels!);
    }

    [Fact]
    public void RiskRatio_IsAgainstAllOthers_WithItsCompositionIndex()
    {
        var gap = GivenGaps.Gap(Discipline(12, 100, 30, 900), GapMeasure.Chronic, "Asian");

        Assert.Equal((RiskRatioOutcome.Ratio, 3.6, 1.9, 6.81), (gap.RiskRatio!.Outcome, gap.RiskRatio.Ratio!.Value, Round(gap.RiskRatio.Ratio.Low), Round(gap.RiskRatio.Ratio.High)));
        Assert.Equal((900, 30L), (gap.RiskRatio.Others.Students, gap.RiskRatio.Others.Count!.Value));
        Assert.Equal(Math.Round(12 / 42d / (100 / 1000d), 4), gap.CompositionIndex);
    }

    [Theory]
    [InlineData(9, 100, 30, 900, RiskRatioOutcome.GroupBelowMinimum)]
    [InlineData(10, 29, 30, 900, RiskRatioOutcome.GroupBelowMinimum)]
    [InlineData(10, 30, 9, 900, RiskRatioOutcome.ComparisonBelowMinimum)]
    [InlineData(10, 30, 10, 30, RiskRatioOutcome.Ratio)]
    [InlineData(0, 100, 30, 900, RiskRatioOutcome.GroupBelowMinimum)]
    public void RiskRatio_BelowAMinimum_IsNoneAndSaysWhy(long count, long of, long othersCount, long others, RiskRatioOutcome outcome)
    {
        var ratio = GivenGaps.Gap(Discipline(count, of, othersCount, others), GapMeasure.Chronic, "Asian").RiskRatio!;

        Assert.Equal((outcome, outcome == RiskRatioOutcome.Ratio), (ratio.Outcome, ratio.Ratio is not null));
    }

    [Fact]
    public void RiskRatio_OfAZeroCell_IsNone_EvenWithoutAMinimum()
    {
        var figures = Discipline(0, 100, 30, 900) with { Settings = GroupSettings.Default with { MinimumCell = 0 } };
        var ratio = GivenGaps.Gap(figures, GapMeasure.Chronic, "Asian").RiskRatio!;

        Assert.Equal((RiskRatioOutcome.ZeroCell, null), (ratio.Outcome, ratio.Ratio));
    }

    [Fact]
    public void RiskRatio_WithASmallComparison_TakesTheStateWhereItIsGiven()
    {
        var figures = Discipline(12, 100, 5, 20);
        var asked = new List<(string, string)>();
        var analysis = new GapAnalysis(figures, (group, measure) =>
        {
            asked.Add((group, measure));
            return new Rate(300, 9_000);
        });
        var ratio = analysis.Find(GapMeasure.Chronic)!.Groups.Single(gap => gap.Group == "Asian").RiskRatio!;

        Assert.Equal((RiskRatioOutcome.AlternateRatio, 3.6), (ratio.Outcome, ratio.Ratio!.Value));
        Assert.Contains(("Asian", GapMeasure.Chronic), asked);
        Assert.Equal(RiskRatioOutcome.ComparisonBelowMinimum, GivenGaps.Gap(figures, GapMeasure.Chronic, "Asian").RiskRatio!.Outcome);
    }

    [Theory]
    [InlineData(30, 30, true)]
    [InlineData(29, 30, false)]
    [InlineData(30, 29, false)]
    public void Words_BelowTheReliabilityMinimum_AreLeftOut_AndNumbersStay(long reference, long focal, bool reliable)
    {
        var gap = GivenGaps.Gap(TwoGroups([0, 0, 0, reference], [focal, 0, 0, 0]), GivenGaps.Milestone, "yes");

        Assert.Equal((reliable, reliable ? GapStanding.FocalBehind : null), (gap.Reliable, gap.Standing));
        Assert.Equal(1, gap.Difference!.Value);
    }

    [Fact]
    public void Standing_WhereTheIntervalCoversZero_IsNoClearDifference() =>
        Assert.Equal(GapStanding.NoClearDifference, GivenGaps.Gap(TwoGroups([40, 0, 0, 60], [42, 0, 0, 58]), GivenGaps.Milestone, "yes").Standing);

    [Fact]
    public void EmptyGroup_HasNoGap_AndNoWord()
    {
        var gap = GivenGaps.Gap(TwoGroups([0, 0, 0, 50], [0, 0, 0, 0]), GivenGaps.Milestone, "yes");

        Assert.Equal((0, null, null, null, false), (gap.Focal.Students, gap.Focal.Share, gap.Difference, gap.Standing, gap.Reliable!.Value));
        Assert.Null(gap.V);
    }

    [Fact]
    public void ReferenceAndUnknown_AreListedAndNotCompared()
    {
        var all = GivenGaps.Group([0, 0, 0, 150]);
        var figures = GivenGaps.Dimension("race", all, ("White", GivenGaps.Group([0, 0, 0, 50])), ("Unknown", GivenGaps.Group([0, 0, 0, 50])), ("Asian", GivenGaps.Group([0, 0, 0, 50])));

        Assert.All(new GapAnalysis(figures).All().SelectMany(measure => measure.Groups), gap => Assert.Equal(gap.Group == "Asian", gap.Reference is not null));
        Assert.Null(GivenGaps.Gap(figures, GapMeasure.Chronic, "Unknown").RiskRatio);
    }

    [Fact]
    public void DimensionWithoutReference_HasOnlyTheComparisonWithAllOthers()
    {
        var figures = GivenGaps.Dimension("grade", GivenGaps.Chronic(42, 1_000), ("09", GivenGaps.Chronic(12, 100)), ("10", GivenGaps.Chronic(30, 900)));
        var gap = GivenGaps.Gap(figures, GapMeasure.Chronic, "09");

        Assert.Equal((null, null, null), (gap.Reference, gap.Difference, gap.Reliable));
        Assert.Equal(3.6, gap.RiskRatio!.Ratio!.Value);
    }

    [Fact]
    public void GradeStandardized_WhereGradesAreMixedOtherwise_TurnsTheGapAround()
    {
        // Simpson's paradox: the focal group does better in either grade, and worse in all, as more of it are in the hard grade.
        var figures = TwoGroups([24, 0, 0, 96], [61, 0, 0, 59]) with
        {
            Grades = GivenGaps.Table(
                GivenGaps.Milestone, ("no", "08", 90, 100), ("no", "09", 6, 20), ("yes", "08", 19, 20), ("yes", "09", 40, 100), ("yes", "10", 0, 0)),
        };
        var gap = GivenGaps.Gap(figures, GivenGaps.Milestone, "yes");

        Assert.Equal((.3083, -.075), (gap.Difference!.Value, gap.GradeStandardized!.Difference.Value));
        Assert.Equal((2, 0L), (gap.GradeStandardized.Grades, gap.GradeStandardized.StudentsLeftOut));
        Assert.InRange(gap.GradeStandardized.Difference.Value, gap.GradeStandardized.Difference.Low, gap.GradeStandardized.Difference.High);
    }

    [Fact]
    public void GradeStandardized_WithTheSameMix_IsNotTold()
    {
        var figures = TwoGroups([24, 0, 0, 96], [61, 0, 0, 59]) with
        {
            Grades = GivenGaps.Table(GivenGaps.Milestone, ("no", "08", 40, 60), ("no", "09", 56, 60), ("yes", "08", 30, 60), ("yes", "09", 29, 60)),
        };

        Assert.Null(GivenGaps.Gap(figures, GivenGaps.Milestone, "yes").GradeStandardized);
    }

    [Fact]
    public void Trend_IsTold_WithItsMonthsWhereOneMeasureIsAskedFor()
    {
        var figures = TwoGroups([24, 0, 0, 96], [61, 0, 0, 59]) with
        {
            Months = GivenGaps.Table(
                GivenGaps.Milestone, ("no", "2025-09-30", 60, 100), ("no", "2025-10-31", 0, 0), ("no", "2025-11-30", 60, 100),
                ("yes", "2025-08-31", 1, 2), ("yes", "2025-09-30", 20, 100), ("yes", "2025-10-31", 5, 10), ("yes", "2025-11-30", 50, 100)),
        };
        var trend = GivenGaps.Gap(figures, GivenGaps.Milestone, "yes").Trend!;

        Assert.Equal((new DateOnly(2025, 9, 30), new DateOnly(2025, 11, 30), GapTrendWord.Closing), (trend.From, trend.To, trend.Word));
        Assert.Equal([.4, .1], trend.Points!.Select(point => point.Difference.Value));
        Assert.Null(new GapAnalysis(figures).All().Single(measure => measure.Measure.Id == GivenGaps.Milestone).Groups.Single(gap => gap.Group == "yes").Trend!.Points);
    }

    [Theory]
    [InlineData("race", GapStanding.FocalBehind, GapTrendWord.Closing)]
    [InlineData("raceAll", null, null)]
    public void Words_WhereGroupsOverlap_AreLeftOut_AndNumbersStay(string dimension, GapStanding? standing, GapTrendWord? word)
    {
        var white = GivenGaps.Group([24, 0, 0, 96], GivenGaps.Values(IndicatorIds.GradePoints, 50, 10_300, 550));
        var asian = GivenGaps.Group([61, 0, 0, 59], GivenGaps.Values(IndicatorIds.GradePoints, 50, 10_000, 450));
        var figures = GivenGaps.Dimension(dimension, GivenGaps.Group([85, 0, 0, 155], GivenGaps.Values(IndicatorIds.GradePoints, 100, 10_150, 500)), ("White", white), ("Asian", asian)) with
        {
            Months = GivenGaps.Table(
                GivenGaps.Milestone, ("White", "2024-11-30", 60, 100), ("White", "2025-09-30", 60, 100), ("White", "2025-11-30", 60, 100),
                ("Asian", "2024-11-30", 20, 100), ("Asian", "2025-09-30", 20, 100), ("Asian", "2025-11-30", 50, 100)),
        };
        var gap = GivenGaps.Gap(figures, GivenGaps.Milestone, "Asian");

        Assert.Equal((standing, word, word), (gap.Standing, gap.Trend!.Word, gap.YearTrend!.Word));
        Assert.Equal(standing, GivenGaps.Gap(figures, IndicatorIds.GradePoints, "Asian").Standing);
        Assert.Equal((.3083, -.3, true), (gap.Difference!.Value, gap.Trend.Change.Value, gap.Reliable));
    }

    [Theory]
    [InlineData("race+sex", "Asian+male")]
    [InlineData("grade+sex", "09+male")]
    [InlineData("grade+race", "10+White")] // one of its own goes before those of the parts
    [InlineData("idea+sex", "no+male")]
    [InlineData("race", "Asian")]
    public void Reference_OfACombination_IsThatOfEachPartAsTheDistrictSetsIt(string dimension, string reference)
    {
        var settings = GroupSettings.Default with
        {
            References = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["race"] = "Asian", ["grade"] = "09", ["grade+race"] = "10+White" },
        };

        Assert.Equal(reference, settings.Find(dimension)!.Reference);
        Assert.Null(GroupSettings.Default.Find("grade+sex")!.Reference);
    }

    [Fact]
    public void YearTrend_ComparesTheLastMonthWithTheSameOneOfEarlierYears()
    {
        var figures = TwoGroups([24, 0, 0, 96], [61, 0, 0, 59]) with
        {
            YearBegins = new DateOnly(2025, 8, 18),
            Months = GivenGaps.Table(
                GivenGaps.Milestone, ("no", "2025-02-28", 70, 100), ("no", "2024-10-31", 60, 100), ("no", "2025-09-30", 60, 100), ("no", "2025-10-31", 60, 100),
                ("yes", "2025-02-28", 10, 100), ("yes", "2024-10-31", 20, 100), ("yes", "2025-09-30", 30, 100), ("yes", "2025-10-31", 50, 100)),
        };
        var gap = GivenGaps.Gap(figures, GivenGaps.Milestone, "yes");

        Assert.Equal([new DateOnly(2025, 9, 30), new DateOnly(2025, 10, 31)], gap.Trend!.Points!.Select(point => point.On));
        Assert.Equal([new DateOnly(2024, 10, 31), new DateOnly(2025, 10, 31)], gap.YearTrend!.Points!.Select(point => point.On));
        Assert.Equal((GapTrendWord.Closing, -.3), (gap.YearTrend.Word, gap.YearTrend.Change.Value));
    }

    [Fact]
    public void Reference_ThatTheDistrictNames_IsTaken()
    {
        var settings = GroupSettings.Default with { References = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["race"] = "Asian" } };
        var figures = GivenGaps.Dimension("race", GivenGaps.Group([0, 0, 0, 100]), ("White", GivenGaps.Group([0, 0, 0, 50])), ("Asian", GivenGaps.Group([0, 0, 0, 50])));
        figures = figures with { Settings = settings, Dimension = settings.Find("race")! };

        Assert.NotNull(GivenGaps.Gap(figures, GivenGaps.Milestone, "White").Reference);
        Assert.Null(GivenGaps.Gap(figures, GivenGaps.Milestone, "Asian").Reference);
    }

    private static DimensionFigures TwoGroups(long[] reference, long[] focal, string ofReference = "{}", string ofFocal = "{}")
    {
        var (one, other) = (GivenGaps.Group(reference, ofReference), GivenGaps.Group(focal, ofFocal));
        var values = GivenGaps.Indicators(ofReference);
        values.Merge(GivenGaps.Indicators(ofFocal));
        var all = GivenGaps.Group([.. reference.Zip(focal, (a, b) => a + b)]) with { Indicators = values };
        return GivenGaps.Dimension("economicDisadvantage", all, ("no", one), ("yes", other));
    }

    private static DimensionFigures Discipline(long count, long of, long othersCount, long others) => GivenGaps.Dimension(
        "race", GivenGaps.Chronic(count + othersCount, of + others), ("Asian", GivenGaps.Chronic(count, of)), ("White", GivenGaps.Chronic(othersCount, others)));

    private static double Round(double value) => Math.Round(value, 2);
}
