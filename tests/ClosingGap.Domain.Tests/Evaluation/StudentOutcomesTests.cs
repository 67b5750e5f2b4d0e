using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Evaluation;

public sealed class StudentOutcomesTests
{
    private static readonly DateOnly Left = Given.Day(100);

    [Theory]
    [InlineData("Graduated", OutcomeKind.Graduated)]
    [InlineData("Dropout", OutcomeKind.DroppedOut)]
    [InlineData("Expelled", OutcomeKind.DroppedOut)]
    [InlineData("Transferred", OutcomeKind.LeftOtherwise)]
    [InlineData("Transferred, documented", OutcomeKind.LeftOtherwise)]
    [InlineData("Emigrated", OutcomeKind.LeftOtherwise)]
    [InlineData("Withdrawn", OutcomeKind.Unknown)]
    [InlineData(null, OutcomeKind.Unknown)]
    public void Of_AnExit_IsWhatItsCodeSays(string? exitType, OutcomeKind expected) =>
        Assert.Equal(new Outcome(expected, Left), Assert.Single(Of(new SchoolMembership(Given.School, Given.FirstDay, Left) { ExitType = exitType })));

    [Fact]
    public void Of_AnExitAfterTheData_IsNoOutcome() =>
        Assert.Empty(Of(new SchoolMembership(Given.School, Given.FirstDay, Given.Day(180).AddDays(1)) { ExitType = "Dropout" }));

    [Fact]
    public void Of_AnExitAndANewEntry_IsNoOutcome() => Assert.Empty(Of(
        new SchoolMembership(Given.School, Given.FirstDay, Left) { ExitType = "Dropout" }, new SchoolMembership(Given.OtherSchool, Left.AddDays(7))));

    [Theory]
    [InlineData(5_000, OutcomeKind.FailingCourses)]
    [InlineData(9_000, OutcomeKind.PassingCourses)]
    public void Of_TheLatestMarks_IsFailingFromOneCourseOn(int hundredths, OutcomeKind expected)
    {
        var year = Given.Year(180) with
        {
            Sessions = new Dictionary<string, AcademicSession>(StringComparer.Ordinal) { ["p1"] = new("p1", "Period", Given.FirstDay, Given.Day(90)) },
            Classes = new Dictionary<string, ClassInfo>(StringComparer.Ordinal) { ["c1"] = new("c1", Given.School) },
        };
        var record = Given.Member() with { Grades = [new PeriodGrade("c1", "p1", GradeType.GradingPeriod, null, hundredths)] };

        var outcome = Assert.Single(StudentOutcomes.Of(record, Given.Assess(record, year), year));

        Assert.Equal(expected, outcome.Kind);
        Assert.InRange(outcome.On, Given.FirstDay, year.AsOf);
    }

    [Fact]
    public void Choose_OfSeveral_TakesTheAdverseOneThatCameLater()
    {
        Outcome[] outcomes = [new(OutcomeKind.Graduated, Left), new(OutcomeKind.FailingCourses, Left.AddDays(1))];

        Assert.Equal(outcomes[1], OutcomeDefinition.FailingCourses.Choose(outcomes, Left.AddDays(-1)));
        Assert.Equal(outcomes[0], OutcomeDefinition.NotGraduating.Choose(outcomes, Left.AddDays(-1)));
        Assert.Null(OutcomeDefinition.NotGraduating.Choose(outcomes, Left));
    }

    private static IReadOnlyList<Outcome> Of(params SchoolMembership[] memberships)
    {
        var record = new LearningRecord { GradeLevel = "10", Memberships = memberships };
        return StudentOutcomes.Of(record, Given.Assess(record, Given.Year(180)), Given.Year(180));
    }
}
