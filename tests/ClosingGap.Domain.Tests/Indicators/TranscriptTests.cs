using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class TranscriptTests
{
    [Fact]
    public void Average_IsWeightedByCreditsAndLeavesOutWhatHasNoPoints()
    {
        var facts = Facts(
            Attempt("A", 100), Attempt("b", 50), Attempt("P", 100), Attempt("NC", 100), Attempt(" F ", 100, CourseAttemptResult.Fail), Attempt(null, 100),
            Attempt("W", 100, CourseAttemptResult.Withdrawn));

        // (4.0 × 1 + 3.0 × 0.5 + 0 × 1) / 2.5
        Assert.Equal((40_000L + 15_000L, 250L), (facts(IndicatorIds.GradePoints).Numerator, facts(IndicatorIds.GradePoints).Denominator));
    }

    [Fact]
    public void Average_OfNumbersAlone_GoesByTens()
    {
        var facts = Facts(Number(9000), Number(8999), Number(7000), Number(6000), Number(5999));

        Assert.Equal((400 + 300 + 200 + 100) * 100L, facts(IndicatorIds.GradePoints).Numerator);
    }

    [Fact]
    public void Average_Weighted_AddsThePointsOfTheCategoryButNoneToAFailure()
    {
        var facts = Facts(
            Attempt("B", 100) with { Category = "honors" }, Attempt("A", 100) with { Category = "Advanced Placement" }, Attempt("F", 100) with { Category = "Honors" });

        Assert.Equal(70_000L, facts(IndicatorIds.GradePoints).Numerator);
        Assert.Equal(85_000L, facts(IndicatorIds.WeightedGradePoints).Numerator);
    }

    [Fact]
    public void Average_OfNobodysMarks_IsNoneAndNotZero()
    {
        // A student enrolled for one day last year has no marks: no average, and no verdict on one.
        var fact = Facts()(IndicatorIds.GradePoints);

        Assert.Equal((MissingEvidence.Rows, 0L), (fact.Missing, fact.Denominator));
        var part = new MilestonePart { Indicator = IndicatorIds.GradePoints, OffTrackNumerator = 2 };
        Assert.Equal(VerdictStatus.NotEnoughData, ThresholdRule.Judge(part, fact, new JudgedWindow(false)).Status);
    }

    [Theory]
    [InlineData(200, false, VerdictStatus.OffTrack)]
    [InlineData(200, true, VerdictStatus.OnTrack)]
    [InlineData(199, true, VerdictStatus.OffTrack)]
    [InlineData(201, false, VerdictStatus.OnTrack)]
    public void Average_AtTheThreshold_IsReachedAndNotPassed(int hundredths, bool beyond, VerdictStatus status)
    {
        var fact = Facts(Attempt("A", 100))(IndicatorIds.GradePoints) with { Numerator = hundredths * 100L };
        var part = new MilestonePart { Indicator = IndicatorIds.GradePoints, OffTrackNumerator = 2, Beyond = beyond };

        Assert.Equal(status, ThresholdRule.Judge(part, fact, new JudgedWindow(false)).Status);
    }

    [Fact]
    public void Average_KeepsCoursesOfYearsAtAnotherSchool()
    {
        // Rows of a school that was left, in a year before: they stay.
        var facts = Facts(Attempt("C", 100) with { SchoolYear = 2024 }, Attempt("A", 100));

        Assert.Equal((60_000L, 200L), (facts(IndicatorIds.GradePoints).Numerator, facts(IndicatorIds.GradePoints).Denominator));
    }

    [Fact]
    public void YearsFailures_LeaveOutSummerOtherYearsAndWhatIsNotFinished()
    {
        var facts = Facts(
            Attempt("F", 50, CourseAttemptResult.Fail) with { Subject = CoreSubject.English },
            Attempt("F", 50, CourseAttemptResult.Fail),
            Attempt("F", 50, CourseAttemptResult.Fail) with { IsSummer = true, Subject = CoreSubject.English },
            Attempt("F", 50, CourseAttemptResult.Fail) with { SchoolYear = 2025, Subject = CoreSubject.English },
            Attempt(null, 50, CourseAttemptResult.NotGiven) with { Subject = CoreSubject.Science, EarnedHundredths = 0 },
            Attempt("A", 50) with { Subject = CoreSubject.Mathematics });

        Assert.Equal((2L, 3L), (facts(IndicatorIds.SemesterFailures).Numerator, facts(IndicatorIds.SemesterFailures).Denominator));
        Assert.Equal((1L, 2L), (facts(IndicatorIds.CoreSemesterFailures).Numerator, facts(IndicatorIds.CoreSemesterFailures).Denominator));
        Assert.Equal((50L, 100L), (facts(IndicatorIds.YearCredits).Numerator, facts(IndicatorIds.YearCredits).Number(TranscriptIndicator.PotentialHundredths)));
    }

    [Theory]
    [InlineData("English Language Arts", null, CoreSubject.English)]
    [InlineData(" mathematics ", null, CoreSubject.Mathematics)]
    [InlineData("Other", "03051", CoreSubject.Science)]
    [InlineData(null, "04101H2", CoreSubject.SocialStudies)]
    [InlineData("Mathematics", "MAT08", CoreSubject.Mathematics)]
    [InlineData("Fine and Performing Arts", "05154", CoreSubject.None)]
    [InlineData(null, null, CoreSubject.None)]
    public void Subject_IsFoundByCodeThenByWords(string? subject, string? code, CoreSubject core) => Assert.Equal(core, CoreSubjects.Of(subject, code));

    private static CourseAttempt Attempt(string? letter, int credits, CourseAttemptResult result = CourseAttemptResult.Pass) =>
        new(2026, result, credits, result == CourseAttemptResult.Pass ? credits : 0, letter);

    private static CourseAttempt Number(int hundredths) => new(2026, CourseAttemptResult.NotGiven, 100, 100, null, hundredths);

    private static Func<string, Fact> Facts(params CourseAttempt[] attempts)
    {
        var result = Given.Assess(Given.Member() with { Attempts = attempts }, Given.Year(100), new VerdictSettings());
        return indicator => result.Fact(indicator)!;
    }
}
