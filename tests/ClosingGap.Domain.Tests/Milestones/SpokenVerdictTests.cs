using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Milestones;

/// <summary>What people who do not know the rules read of a verdict.</summary>
public sealed class SpokenVerdictTests
{
    private static readonly SchoolYearContext s_over = Given.YearOf(Given.SchoolDays, Given.LastDay) with
    {
        Sessions = new Dictionary<string, AcademicSession>(StringComparer.Ordinal) { ["p"] = new("p", "Last", Given.Day(121), Given.Day(180)) },
        Classes = new Dictionary<string, ClassInfo>(StringComparer.Ordinal) { ["c2"] = new("c2", Given.School, Title: "Algebra I") },
    };

    [Theory]
    [InlineData(4, 177, "2.3")] // 2.26
    [InlineData(16, 161, "9.9")] // 9.94
    [InlineData(178, 1781, "9.9")] // 9.994: not the threshold
    [InlineData(1, 1000, "0.1")]
    [InlineData(1, 10_000, "0.0")]
    [InlineData(87, 1741, "4.9")] // 4.997: not the threshold
    public void Percent_IsRoundedAndNeverReachesAThresholdThatTheShareDoesNot(int absent, int member, string expected)
    {
        var fact = new Fact(IndicatorIds.AttendanceRate, null, absent, member, FactUnit.HalfDays, Given.FirstDay, Given.LastDay, Given.LastDay, MissingEvidence.None, []);
        var input = new EvaluationInput([fact], "09", 2026, Given.LastDay, new JudgedWindow(true, 0, Given.LastDay), new());

        Assert.Contains($"({expected} %)", MilestoneEvaluator.Evaluate(Given.ChronicAbsence, input).InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void FailedCoursesOfAYearThatIsOver_AreToldAsPastWithTheirTitlesInTheFact()
    {
        var result = Given.Assess(Given.Member() with { Grades = [Mark("c2", "F"), Mark("c1", "F"), Mark("c3", "A")] }, s_over);
        var verdict = Given.Verdict(result, Given.PassingCourses);

        Assert.StartsWith("Failed 2 of 3 courses graded in the grading period from ", verdict.InEnglish(), StringComparison.Ordinal);
        Assert.Equal([("c1", null), ("c2", "Algebra I")], result.Fact(IndicatorIds.CourseFailures)!.Items!.Select(item => (item.ClassSourcedId, item.Title)));
        var said = verdict.In(PhraseBooks.English, Audience.Student);
        Assert.StartsWith("You failed 2 of 3 courses", said, StringComparison.Ordinal);
        Assert.Contains("2 or more is off track", said, StringComparison.Ordinal);
        Assert.EndsWith("The school year is over; ask your counselor what counts for credit and what can be made up.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void FailedCoursesOfARunningPeriod_AreToldAsPresent()
    {
        var running = s_over with { AsOf = Given.Day(150) };
        var verdict = Given.Verdict(Given.Assess(Given.Member() with { Grades = [Mark("c2", "F"), Mark("c1", "F")] }, running), Given.PassingCourses);

        Assert.StartsWith("Failing 2 of 2 courses", verdict.InEnglish(), StringComparison.Ordinal);
        Assert.StartsWith("You are failing 2 of 2 courses", verdict.In(PhraseBooks.English, Audience.Student), StringComparison.Ordinal);
    }

    [Fact]
    public void NoSuspensionInAYearThatIsOver_NamesTheGoal()
    {
        var verdict = Given.Verdict(Given.Assess(Given.Member(), s_over), Given.Suspensions);

        Assert.EndsWith("; the goal was none.", verdict.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("the goal was none. This goal is met", verdict.In(PhraseBooks.English, Audience.Student), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F", null, "(by the marks of that period, not by final marks)")]
    [InlineData(null, 5_900, "(by the marks of that period, not by final marks; below 60 is failing)")]
    public void FailedCourses_SayByWhichMarksAndWhatFails(string? letter, int? number, string said)
    {
        var record = Given.Member() with { Grades = [new("c2", "p", GradeType.GradingPeriod, letter, number, null), new("c1", "p", GradeType.GradingPeriod, letter, number, null)] };
        var over = Given.Verdict(Given.Assess(record, s_over), Given.PassingCourses).InEnglish();
        var running = Given.Verdict(Given.Assess(record, s_over with { AsOf = Given.Day(150) }), Given.PassingCourses).InEnglish();

        Assert.EndsWith($"{said}; the goal was none, and 2 or more is off track.", over, StringComparison.Ordinal);
        Assert.EndsWith($"{said}; the goal is none, and 2 or more is off track.", running, StringComparison.Ordinal);
    }

    private static PeriodGrade Mark(string section, string letter) => new(section, "p", GradeType.GradingPeriod, letter, null, null);
}
