using System.Text.Json;
using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.History;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Statistics;
using ClosingGap.Domain.Summaries;
using ClosingGap.Domain.Tests.Properties;
using ClosingGap.Domain.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Gaps;

public sealed class GapCountsTests(ITestOutputHelper output)
{
    private static Gen<(SchoolYearContext Context, IReadOnlyList<StudentRecord> Students)> Districts =>
        from context in Scenario.Contexts
        from students in Gen.ListOf(Scenario.Students, 10)
        select (context with { AsOf = Given.Day(60) }, (IReadOnlyList<StudentRecord>)[.. students]);

    [Fact]
    public void MergingShards_EqualsCountingAtOnce_WithMonths() => PropertyCheck.Holds(
        output,
        from district in Districts
        from shards in Gen.ArrayOf(Gen.Choose(0, 2), 10)
        from order in Gen.Shuffle(new[] { 0, 1, 2 })
        select (district, shards, order),
        c =>
        {
            var whole = Counted(c.district.Context, c.district.Students).Gaps;
            var parts = Enumerable.Range(0, 3)
                .Select(shard => Counted(c.district.Context, c.district.Students.Where((_, i) => c.shards[i] == shard)).Gaps).ToList();
            var merged = Back(parts[c.order[0]]);
            merged.Merge(Back(parts[c.order[1]]));
            merged.Merge(Back(parts[c.order[2]]));
            var other = Back(parts[c.order[1]]);
            other.Merge(Back(parts[c.order[2]]));
            var last = Back(parts[c.order[0]]);
            last.Merge(other);

            Assert.Equal(Json(whole), Json(merged));
            Assert.Equal(Json(whole), Json(last));
        },
        count: 60);

    [Fact]
    public void Months_EqualAssessingEachMonthByItself() => PropertyCheck.Holds(
        output,
        Districts,
        c =>
        {
            var months = HistoryMonths.Of(c.Context, VerdictSettings.Default, Given.Milestones, "r");
            Assert.Equal(3, months.Months.Count);
            var table = Counted(c.Context, c.Students).Gaps.Months;
            foreach (var month in months.Months)
            {
                var results = c.Students.Select(student => StudentAssessment.Assess(student, month, VerdictSettings.Default, Given.Milestones))
                    .Where(result => result.Schools.Count > 0).ToList();
                foreach (var group in results.SelectMany(result => result.Groups).Select(group => group.Key).Append(GapCounts.All).Distinct())
                {
                    var members = results.Where(result => group == GapCounts.All || result.Groups.Any(own => own.Key == group)).ToList();
                    foreach (var milestone in Given.Milestones.Definitions)
                    {
                        var judged = members.Select(result => result.Verdicts.Single(verdict => verdict.MilestoneId == milestone.Id).Status).Where(status => status >= VerdictStatus.Met).ToList();
                        AssertRate(judged.Count(status => status is VerdictStatus.Met or VerdictStatus.OnTrack), judged.Count, table, group, month.AsOf, GapMeasure.MilestonePrefix + milestone.Id);
                    }

                    AssertRate(
                        members.Count(result => result.AttendanceBand == AttendanceBand.Chronic), members.Count(result => result.AttendanceBand != AttendanceBand.NotMeasured),
                        table, group, month.AsOf, GapMeasure.Chronic);
                }
            }
        },
        count: 40);

    [Fact]
    public void Grades_AddUpToTheTally() => PropertyCheck.Holds(
        output,
        Districts,
        c =>
        {
            var counts = Counted(c.Context, c.Students);
            foreach (var (group, tally) in counts.Groups.Where(pair => !pair.Key.StartsWith("grade:", StringComparison.Ordinal)))
            {
                var figures = GapFigures.From(tally, group, counts.Gaps);
                foreach (var measure in counts.Gaps.Grades.Measures)
                {
                    var strata = counts.Gaps.Grades.Groups[group].Keys.Select(grade => counts.Gaps.Grades.Find(group, grade, measure) ?? default).ToList();
                    Assert.Equal((measure, figures.RateOf(measure)), (measure, new Rate(strata.Sum(rate => rate.Count), strata.Sum(rate => rate.Of))));
                }
            }
        },
        count: 40);

    [Fact]
    public void Levels_AreTheNewestOfTheYearBySubject_AndMerge()
    {
        var context = Given.Year(100) with
        {
            Groups = new Domain.Groups.GroupSettings { PerformanceLevels = ["Low", "Middle", "High"] },
            Assessments = new[] { new AssessmentInfo("m1", null, "Mathematics"), new AssessmentInfo("m2", null, "Mathematics"), new AssessmentInfo("r", null, "Reading"), new AssessmentInfo("n") }
                .ToDictionary(test => test.Identifier, StringComparer.Ordinal),
        };
        AssessmentResult[] results =
        [
            new("m1", Given.Day(5), PerformanceLevel: "High"), new("m2", Given.Day(50), PerformanceLevel: "low"), new("m2", Given.Day(50), PerformanceLevel: "Middle"),
            new("m1", Given.Day(120), PerformanceLevel: "High"), new("m1", Given.Day(60), PerformanceLevel: "High", WasNotTested: true), new("m1", Given.Day(61), PerformanceLevel: "Else"),
            new("r", Given.FirstDay.AddDays(-1), PerformanceLevel: "High"), new("r", null, PerformanceLevel: "High"), new("n", Given.Day(5), PerformanceLevel: "High"),
        ];
        var counts = new DistrictCounts();
        counts.Add(StudentAssessment.Assess(Given.Student(Given.Member() with { Assessments = results }), context, VerdictSettings.Default, Given.Milestones));
        counts.Merge(JsonSerializer.Deserialize<DistrictCounts>(JsonSerializer.Serialize(counts))!);

        Assert.Equal(["Mathematics"], counts.Gaps.Levels[GapCounts.All].Keys);
        Assert.Equal([0, 2, 0], counts.Gaps.Levels["grade:09"]["Mathematics"]);
        Assert.Equal([0, 2, 0], GapFigures.From(counts.Total, GapCounts.All, counts.Gaps).LevelsOf("assessment.levels.Mathematics")!);
        Assert.Empty(Given.Assess(Given.Member() with { Assessments = results }, context with { Groups = Domain.Groups.GroupSettings.Default }).Levels);
    }

    [Fact]
    public void Table_WithOtherMeasures_MergesByTheirNames()
    {
        var one = GivenGaps.Table("b", ("g", "k", 1, 2));
        one.Merge(GivenGaps.Table("a", ("g", "k", 3, 4), ("h", "k", 5, 6)));
        one.Merge(GivenGaps.Table("c", ("g", "l", 7, 8)));
        one.Merge(GivenGaps.Table("b", ("g", "k", 10, 20)));

        Assert.Equal(["a", "b", "c"], one.Measures);
        Assert.Equal((new Rate(3, 4), new Rate(11, 22), null), (one.Find("g", "k", "a")!.Value, one.Find("g", "k", "b")!.Value, one.Find("g", "k", "c")));
        Assert.Equal((new Rate(5, 6), new Rate(7, 8), null), (one.Find("h", "k", "a")!.Value, one.Find("g", "l", "c")!.Value, one.Find("x", "k", "a")));
    }

    [Theory]
    [InlineData(IndicatorIds.AttendanceRate, 1, 3, 3_333L)]
    [InlineData(IndicatorIds.AttendanceRate, 2, 3, 6_667L)]
    [InlineData(IndicatorIds.GradePoints, 105_000, 300, 350L)]
    [InlineData(IndicatorIds.SuspensionDays, 150, 0, 150L)]
    [InlineData(IndicatorIds.AttendanceRate, 0, 0, null)]
    [InlineData(IndicatorIds.SuspensionDays, 1_000_000, 0, 1_000_000L)]
    [InlineData(IndicatorIds.SuspensionDays, 1_000_001, 0, null)]
    [InlineData(IndicatorIds.SuspensionDays, long.MaxValue, 0, null)]
    public void Value_IsWholeAndWithinItsBound(string indicator, long numerator, long denominator, long? value)
    {
        var measured = MeasuredIndicator.All.Single(one => one.Id == indicator);
        var fact = new Fact(indicator, null, numerator, denominator, FactUnit.Days, Given.FirstDay, Given.FirstDay, Given.FirstDay, MissingEvidence.None, []);

        Assert.Equal(value, measured.ValueOf(fact));
        Assert.Null(measured.ValueOf(fact with { Missing = MissingEvidence.Rows }));
    }

    [Fact]
    public void Values_OfMillionsAtTheBound_KeepTheirVariance()
    {
        // Half at 0, half at the bound: the deviation is half of it, whatever the number.
        const long Students = 9_000_000;
        var sample = new ValueCounts(Students, Students / 2 * MeasuredIndicator.MostOfValue, Students / 2 * MeasuredIndicator.MostOfValue * MeasuredIndicator.MostOfValue, Students / 2).ToSample();

        Assert.Equal((500_000d, 500_000d), (sample.Mean, Math.Round(Math.Sqrt(sample.SquaredDeviations / Students), 6)));
    }

    [Fact]
    public void Values_OfOddNumbers_AreThoseOfADirectCount()
    {
        double[] values = [3, 3, 7, 11, 250, 0];
        var counts = new ValueCounts(values.Length, (long)values.Sum(), (long)values.Sum(value => value * value), values.Count(value => value > 0));
        var direct = Sample.Of(values);

        Assert.Equal((direct.Count, Math.Round(direct.Mean, 9), Math.Round(direct.SquaredDeviations, 6)), (counts.ToSample().Count, Math.Round(counts.ToSample().Mean, 9), Math.Round(counts.ToSample().SquaredDeviations, 6)));
    }

    [Fact]
    public void Json_OfAnEarlierRelease_IsReadWithoutGaps()
    {
        var counts = JsonSerializer.Deserialize<DistrictCounts>("""{"Total":{"Students":3},"Groups":{"race:Asian":{"Students":3}},"Schools":{"s":{"Total":{"Students":3}}}}""")!;

        Assert.Equal((3L, 3L, 0, 0), (counts.Total.Students, counts.Groups["race:Asian"].Students, counts.Gaps.Indicators.Count, counts.Schools["s"].Gaps.Indicators.Count));
    }

    [Fact]
    public void Json_OfAnIndicatorThatIsNoLongerCompared_IsPassedOver()
    {
        var counts = GivenGaps.Indicators("""{"attendance.rate":[2,30,500,2],"gone":[1,2,3,4],"gpa.unweighted":[1,300,90000,1]}""");

        Assert.Equal((new ValueCounts(2, 30, 500, 2), new ValueCounts(1, 300, 90_000, 1), default), (counts.Of("attendance.rate"), counts.Of("gpa.unweighted"), counts.Of("gone")));
    }

    private static void AssertRate(int count, int of, RateTable table, string group, DateOnly month, string measure) => Assert.Equal(
        (group, measure, of == 0 ? null : new Rate(count, of)), (group, measure, table.Find(group, month.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), measure)));

    private static DistrictCounts Counted(SchoolYearContext context, IEnumerable<StudentRecord> students)
    {
        var months = HistoryMonths.Of(context, VerdictSettings.Default, Given.Milestones, "r");
        var rates = new MonthlyRates(months);
        var counts = new DistrictCounts();
        foreach (var student in students)
        {
            var result = StudentAssessment.Assess(student, context, VerdictSettings.Default, Given.Milestones);
            counts.Add(result);
            rates.Add(counts.Gaps, student, result, HistoryKeeper.Keep(student, months, null, context.AsOf));
        }

        return counts;
    }

    private static GapCounts Back(GapCounts counts) => JsonSerializer.Deserialize<GapCounts>(Json(counts))!;

    private static string Json(GapCounts counts) => JsonSerializer.Serialize(counts);
}
