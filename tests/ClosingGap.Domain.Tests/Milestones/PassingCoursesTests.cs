using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Milestones;

public sealed class PassingCoursesTests
{
    private static readonly SchoolYearContext Context = Given.Year(100) with
    {
        Sessions = new Dictionary<string, AcademicSession>(StringComparer.Ordinal)
        {
            ["p1"] = new("p1", "First", Given.Day(1), Given.Day(30)),
            ["p2"] = new("p2", "Second", Given.Day(31), Given.Day(60)),
            ["p3"] = new("p3", "Third", Given.Day(61), Given.Day(120)),
            ["p4"] = new("p4", "Fourth", Given.Day(121), Given.Day(150)),
            ["s1"] = new("s1", "Semester", Given.Day(1), Given.Day(60)),
            ["old"] = new("old", "Last year", new DateOnly(2024, 8, 1), new DateOnly(2025, 6, 1)),
        },
    };

    [Theory]
    [InlineData(0, VerdictStatus.OnTrack)]
    [InlineData(1, VerdictStatus.AtRisk)]
    [InlineData(2, VerdictStatus.OffTrack)]
    [InlineData(6, VerdictStatus.OffTrack)]
    public void Failures_AreCountedAgainstTheThresholds(int failed, VerdictStatus status)
    {
        var grades = Enumerable.Range(1, 6).Select(i => Letter("c" + i, "p2", i <= failed ? "F" : "D")).ToArray();
        var result = Assess(grades);

        Assert.Equal(status, Given.Verdict(result, Given.PassingCourses).Status);
        Assert.Equal((failed, 6L), (result.Fact(IndicatorIds.CourseFailures)!.Numerator, result.Fact(IndicatorIds.CourseFailures)!.Denominator));
    }

    [Theory]
    [InlineData("F", 9500, true)]
    [InlineData("D", 1000, false)]
    [InlineData("f", null, true)]
    [InlineData(" F ", null, true)]
    [InlineData(null, 5999, true)]
    [InlineData(null, 6000, false)]
    [InlineData("", 5999, true)]
    public void Letter_DecidesOverNumber(string? letter, int? numeric, bool fails)
    {
        Assert.Equal(fails ? 1 : 0, Assess(new PeriodGrade("c1", "p2", GradeType.GradingPeriod, letter, numeric)).Fact(IndicatorIds.CourseFailures)!.Numerator);
    }

    [Fact]
    public void PassMark_AndFailLettersAreTheDistricts()
    {
        var settings = new VerdictSettings { Grades = new() { PassMarkHundredths = 7000, FailLetters = new HashSet<string>(["E", "U"], StringComparer.OrdinalIgnoreCase) } };
        PeriodGrade[] grades = [Letter("a", "p2", "E"), Letter("b", "p2", "F"), Number("c", "p2", 6999), Number("d", "p2", 7000)];
        var result = Given.Assess(Given.Member() with { Grades = grades }, Context, settings);

        Assert.Equal((2L, 4L), (result.Fact(IndicatorIds.CourseFailures)!.Numerator, result.Fact(IndicatorIds.CourseFailures)!.Denominator));
    }

    [Fact]
    public void LatestBegunPeriodWithGrades_IsTaken()
    {
        var result = Assess(Letter("a", "p1", "F"), Letter("b", "p1", "F"), Letter("a", "p3", "A"), Letter("b", "p3", "F"), Letter("a", "p4", "F"), Letter("b", "old", "F"));
        var fact = result.Fact(IndicatorIds.CourseFailures)!;

        Assert.Equal((1L, 2L), (fact.Numerator, fact.Denominator));
        Assert.Equal((Given.Day(61), Given.Day(100)), (fact.From, fact.To));
        Assert.Contains("ends on " + Explanations.Phrases.Date(Given.Day(120)), Given.Verdict(result, Given.PassingCourses).InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void PeriodThatEndsWithTheSemester_IsThePeriod()
    {
        var fact = Assess(Letter("a", "s1", "F"), Letter("a", "p2", "A")).Fact(IndicatorIds.CourseFailures)!;

        Assert.Equal((0L, 1L), (fact.Numerator, fact.Denominator));
    }

    [Fact]
    public void SeveralGradesOfAClass_TheLatestCounts()
    {
        PeriodGrade Graded(string letter, int day) => new("a", "p2", GradeType.GradingPeriod, letter, null, Given.Day(day));

        Assert.Equal(0, Assess(Graded("F", 40), Graded("B", 50)).Fact(IndicatorIds.CourseFailures)!.Numerator);
        Assert.Equal(1, Assess(Graded("B", 40), Graded("F", 50)).Fact(IndicatorIds.CourseFailures)!.Numerator);
        Assert.Equal(1, Assess(Graded("B", 50), Graded("F", 50)).Fact(IndicatorIds.CourseFailures)!.Numerator);
        Assert.Equal(1, Assess(Graded("F", 50), Graded("B", 50)).Fact(IndicatorIds.CourseFailures)!.Denominator);
    }

    [Fact]
    public void GradesOfOtherTypesUngradedRowsAndUnknownSessions_DoNotCount()
    {
        var result = Assess(
            new("a", "p2", GradeType.Semester, "F", null), new("b", "p2", GradeType.Conduct, "F", null),
            new("c", "p2", GradeType.GradingPeriod, null, null), Letter("d", "nowhere", "F"), Letter("e", "old", "F"), Letter("f", "p4", "F"));

        Assert.Equal(VerdictStatus.NotEnoughData, Given.Verdict(result, Given.PassingCourses).Status);
    }

    [Fact]
    public void NoGradesTable_SaysSo()
    {
        var context = Context with { Tables = SnapshotTables.All & ~SnapshotTables.GradingPeriodGrades };
        var verdict = Given.Verdict(Given.Assess(Given.Member() with { Grades = [Letter("a", "p2", "F")] }, context), Given.PassingCourses);

        Assert.Equal(VerdictStatus.NotEnoughData, verdict.Status);
        Assert.Contains("hold no grading period grades", verdict.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void CourseAttempts_CountFailuresByResultThenByGrade()
    {
        CourseAttempt[] attempts =
        [
            new(2026, CourseAttemptResult.Fail, 100, 0, "A"), new(2026, CourseAttemptResult.Pass, 100, 100, "F"),
            new(2026, CourseAttemptResult.NotGiven, 100, 0, "F"), new(2026, CourseAttemptResult.NotGiven, 100, 100, null, 5999),
            new(2026, CourseAttemptResult.NotGiven, 100, 100), new(2026, CourseAttemptResult.Withdrawn, 100, 0, "F"),
        ];
        var fact = Given.Assess(Given.Member() with { Attempts = attempts }, Context).Fact(IndicatorIds.CourseAttempts)!;

        Assert.Equal((3L, 6L), (fact.Numerator, fact.Denominator));
    }

    private static StudentResult Assess(params PeriodGrade[] grades) => Given.Assess(Given.Member() with { Grades = grades }, Context);

    private static PeriodGrade Letter(string section, string session, string letter) => new(section, session, GradeType.GradingPeriod, letter, null);

    private static PeriodGrade Number(string section, string session, int hundredths) => new(section, session, GradeType.GradingPeriod, null, hundredths);
}
