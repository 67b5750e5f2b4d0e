using ClosingGap.Domain.History;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.History;

public sealed class HistoryKeeperTests
{
    // Day 110 is in January: August to December are settled.
    private static readonly SchoolYearContext s_year = Given.Year(110) with
    {
        Sessions = new Dictionary<string, AcademicSession>(StringComparer.Ordinal)
        {
            ["fall"] = new("fall", "Fall", Given.FirstDay, new DateOnly(2025, 10, 15)),
            ["winter"] = new("winter", "Winter", new DateOnly(2025, 10, 16), new DateOnly(2026, 1, 30)),
        },
    };

    [Fact]
    public void Months_AreThoseThatAreOverForAWeek()
    {
        Assert.Equal(["08-31", "09-30", "10-31", "11-30", "12-31"], Months(s_year).Months.Select(month => month.AsOf.ToString("MM-dd", null)));
        Assert.Equal(2, HistoryMonths.Of(s_year with { AsOf = new DateOnly(2025, 11, 6) }, VerdictSettings.Default, Given.Milestones, "r").Months.Count);
        Assert.Equal(3, HistoryMonths.Of(s_year with { AsOf = new DateOnly(2025, 11, 7) }, VerdictSettings.Default, Given.Milestones, "r").Months.Count);
    }

    [Fact]
    public void Points_TellEachMonthAsItWouldHaveBeenJudgedThen()
    {
        var record = Given.Member(Given.AbsentOn([11, 12, 13])) with { Grades = [Mark("F"), Mark("A", "winter", new DateOnly(2026, 1, 5))] };
        var history = Keep(record);

        var (status, facts) = (new Dictionary<string, VerdictStatus>(StringComparer.Ordinal), new Dictionary<string, long[]>(StringComparer.Ordinal));
        foreach (var point in history.Points)
        {
            foreach (var (milestone, told) in point.Verdicts)
            {
                status[milestone] = told;
            }

            foreach (var (indicator, told) in point.Facts)
            {
                facts[indicator] = told;
            }

            var then = Given.Assess(record, s_year with { AsOf = point.On, IsPast = true, LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [Given.School] = point.On } });
            Assert.All(then.Verdicts, verdict => Assert.Equal(verdict.Status, status[verdict.MilestoneId]));
            var attendance = then.Fact(IndicatorIds.AttendanceRate)!;
            Assert.Equal([attendance.Numerator, attendance.Denominator], facts[IndicatorIds.AttendanceRate]);
        }

        Assert.Contains(history.Points, point => point.Verdicts.Values.Contains(VerdictStatus.AtRisk));
    }

    [Fact]
    public void SuspensionWithoutItsLength_IsNotToldAsNoneInTheMonthsAfter()
    {
        var without = new DisciplineMark(DisciplineKind.OutOfSchoolSuspension, new DateOnly(2025, 10, 14), null, null, "i");
        var points = Keep(Given.Member() with { Discipline = [without] }).Points;

        Assert.Equal([0, 0], points[0].Facts[IndicatorIds.SuspensionDays]);
        Assert.Empty(points.Single(point => point.On == new DateOnly(2025, 10, 31)).Facts[IndicatorIds.SuspensionDays]);
        Assert.All(points.Skip(3), point => Assert.False(point.Facts.ContainsKey(IndicatorIds.SuspensionDays)));
    }

    [Fact]
    public void ChangedMarkFromOctober_ChangesThePastAndIsTold()
    {
        var before = Keep(Given.Member() with { Grades = [Mark("A", recorded: new DateOnly(2025, 10, 10))] });
        var after = Keep(Given.Member() with { Grades = [Mark("F", recorded: new DateOnly(2026, 1, 7))] }, before);

        var correction = Assert.Single(after.Corrections);
        Assert.Equal((s_year.AsOf, new DateOnly(2025, 10, 31)), (correction.NoticedOn, correction.From));
        Assert.Equal([IndicatorIds.CourseFailures], correction.Indicators);
        Assert.Equal(["passing-courses"], correction.Milestones);
        Assert.Equal((VerdictStatus.AtRisk, true), (HistoryKeeper.Last(after, "passing-courses")!.Value.Status, before.Corrections.Count == 0));
    }

    [Fact]
    public void SameRowsInAnotherOrder_LeaveTheHistoryAsItIs()
    {
        var marks = Given.AbsentOn([3, 20, 55]);
        var before = Keep(Given.Member(marks));

        Assert.Same(before.Points, Keep(Given.Member([.. marks.Reverse()]), before).Points);
    }

    [Fact]
    public void RowsOfTheRunningMonth_CorrectNothing()
    {
        var before = Keep(Given.Member());

        Assert.Same(before.Points, Keep(Given.Member(Given.AbsentOn([105, 106])), before).Points);
    }

    [Fact]
    public void OtherRules_MakeThePastAnewWithoutACorrection()
    {
        var before = Keep(Given.Member(Given.AbsentOn([1, 2, 3])));
        var months = HistoryMonths.Of(s_year, VerdictSettings.Default, new MilestoneSet([Given.ChronicAbsence with { OffTrackDenominator = 100, AtRiskDenominator = 200 }]), "others");

        var after = HistoryKeeper.Keep(Given.Student(Given.Member(Given.AbsentOn([1, 2, 3]))), months, before, s_year.AsOf);

        Assert.NotSame(before, after);
        Assert.Empty(after.Corrections);
    }

    [Fact]
    public void AnAbsenceTakenBack_CorrectsEveryMonthFromThatOn()
    {
        var before = Keep(Given.Member(Given.AbsentOn([11, 12, 13])));
        var after = Keep(Given.Member(Given.AbsentOn([11, 12])), before);

        var correction = Assert.Single(after.Corrections);
        Assert.Equal([IndicatorIds.AttendanceRate], correction.Indicators);
        Assert.Equal(before.Points.Count, after.Points.Count);
    }

    [Fact]
    public void TranscriptRowsOfTheRunningYear_AreNotKnownInItsMonths()
    {
        var old = new CourseAttempt(2025, CourseAttemptResult.Pass, 500, 500);
        var year = s_year with { GraduationPlans = [new GraduationPlan("plan", Given.District, null, 2600)] };
        var record = Given.Member() with { Memberships = [new SchoolMembership(Given.School, Given.FirstDay, GraduationPlanType: "plan")], Attempts = [old] };
        var later = record with { Attempts = [old, new CourseAttempt(2026, CourseAttemptResult.Pass, 300, 300)] };
        var before = HistoryKeeper.Keep(Given.Student(record), Months(year), null, year.AsOf);
        var after = HistoryKeeper.Keep(Given.Student(later), Months(year), before, year.AsOf);

        Assert.Equal(500, before.Points[0].Facts[IndicatorIds.CreditsEarned][0]);
        Assert.Equal(before.Points, after.Points);
        Assert.Empty(after.Corrections);
        Assert.Equal(800, Given.Assess(later, year).Fact(IndicatorIds.CreditsEarned)!.Numerator);
    }

    [Fact]
    public void TranscriptRowsOfTheRunningYear_AreKnownAtItsEnd()
    {
        var ended = (s_year with { AsOf = Given.LastDay.AddDays(1) }).SeenFrom(Given.LastDay);

        Assert.True(ended.Knows(new CourseAttempt(2026, CourseAttemptResult.Pass, 300, 300)));
        Assert.False(s_year.SeenFrom(Given.Day(50)).Knows(new CourseAttempt(2026, CourseAttemptResult.Pass, 300, 300)));
        Assert.True(s_year.SeenFrom(Given.Day(50)).Knows(new CourseAttempt(null, CourseAttemptResult.Pass, 300, 300)));
    }

    private static PeriodGrade Mark(string letter, string session = "fall", DateOnly? recorded = null) => new("c1", session, GradeType.GradingPeriod, letter, null, recorded);

    private static HistoryMonths Months(SchoolYearContext year) => HistoryMonths.Of(year, VerdictSettings.Default, Given.Milestones, "rules");

    private static StudentHistory Keep(LearningRecord record, StudentHistory? before = null) => HistoryKeeper.Keep(Given.Student(record), Months(s_year), before, s_year.AsOf);
}
