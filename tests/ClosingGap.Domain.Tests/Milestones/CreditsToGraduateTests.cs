using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Milestones;

public sealed class CreditsToGraduateTests
{
    private static readonly GraduationPlan Standard = new("Standard", Given.School, null, 2400);

    // In the year: 0, 25, 50, 75 % of 24; at its end 25, 50, 75, 100 %.
    [Theory]
    [InlineData("09", 100, 0, VerdictStatus.OnTrack)]
    [InlineData("09", 180, 600, VerdictStatus.Met)]
    [InlineData("09", 180, 599, VerdictStatus.AtRisk)]
    [InlineData("10", 100, 600, VerdictStatus.OnTrack)]
    [InlineData("10", 100, 599, VerdictStatus.AtRisk)]
    [InlineData("10", 100, 400, VerdictStatus.AtRisk)]
    [InlineData("10", 100, 399, VerdictStatus.OffTrack)]
    [InlineData("11", 100, 1200, VerdictStatus.OnTrack)]
    [InlineData("11", 100, 999, VerdictStatus.OffTrack)]
    [InlineData("12", 100, 1800, VerdictStatus.OnTrack)]
    [InlineData("12", 180, 2400, VerdictStatus.Met)]
    [InlineData("12", 180, 2399, VerdictStatus.AtRisk)]
    [InlineData("12", 180, 2199, VerdictStatus.OffTrack)]
    public void Credits_AreHeldAgainstWhatIsDue(string grade, int asOfDay, int earned, VerdictStatus status)
    {
        Assert.Equal(status, Judge(grade, asOfDay, [new(2020, CourseAttemptResult.Pass, earned, earned)]).Status);
    }

    [Theory]
    [InlineData(562, VerdictStatus.AtRisk)]
    [InlineData(563, VerdictStatus.OnTrack)]
    [InlineData(363, VerdictStatus.AtRisk)]
    [InlineData(362, VerdictStatus.OffTrack)]
    public void QuarterOfAnOddTotal_IsNotRounded(int earned, VerdictStatus status)
    {
        // A quarter of 22.5 credits is 5.625.
        var verdict = Judge("10", 100, [new(2020, CourseAttemptResult.Pass, earned, earned)], new GraduationPlan("Standard", Given.School, null, 2250));

        Assert.Equal(status, verdict.Status);
        Assert.Equal(5.625m, verdict.Value("due"));
    }

    [Theory]
    [InlineData("08")]
    [InlineData("KG")]
    public void OtherGrades_AreNotApplicable(string grade) => Assert.Equal(VerdictStatus.NotApplicable, Judge(grade, 100, []).Status);

    [Fact]
    public void UnknownGrade_IsNotEnoughData()
    {
        var record = Given.Member() with { GradeLevel = null };

        Assert.Equal(VerdictStatus.NotEnoughData, Given.Verdict(Given.Assess(record, Given.Year(100)), Given.Credits).Status);
    }

    [Fact]
    public void Grade_IsTakenFromTheMembershipWhenTheStudentHasNone()
    {
        var record = Given.Member() with { GradeLevel = " ", Memberships = [new(Given.School, Given.FirstDay, EntryGradeLevel: "10")] };

        Assert.Equal("10", Given.Assess(record, Given.Year(100)).GradeLevel);
    }

    [Theory]
    [InlineData("10", 2025, VerdictStatus.OnTrack)]
    [InlineData("10", 2026, VerdictStatus.NotEnoughData)]
    [InlineData("12", 2023, VerdictStatus.OnTrack)]
    [InlineData("12", 2024, VerdictStatus.NotEnoughData)]
    [InlineData("09", 2026, VerdictStatus.OnTrack)]
    public void History_MustReachBackToTheFirstGradeOfThePath(string grade, int earliest, VerdictStatus status)
    {
        var verdict = Judge(grade, 100, [new(earliest, CourseAttemptResult.Pass, 1800, 1800), new(2026, CourseAttemptResult.Pass, 100, 100)]);

        Assert.Equal(status, verdict.Status);
        if (status == VerdictStatus.NotEnoughData)
        {
            Assert.Contains($"only from school year {earliest - 1}-{earliest} on", verdict.InEnglish(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NoTranscriptsOfALaterGrade_IsNotEnoughData() => Assert.Equal(VerdictStatus.NotEnoughData, Judge("11", 100, []).Status);

    [Fact]
    public void NoPlan_IsNotEnoughData()
    {
        var record = Given.Member() with { GradeLevel = "09", Memberships = [new(Given.School, Given.FirstDay, GraduationPlanType: "Standard")] };
        var verdict = Given.Verdict(Given.Assess(record, Given.Year(100)), Given.Credits);

        Assert.Equal(VerdictStatus.NotEnoughData, verdict.Status);
        Assert.Contains("No graduation plan", verdict.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatsThatDoNotCount_EarnNothing()
    {
        var record = Record("10", [new(2020, CourseAttemptResult.Pass, 600, 600), new(2020, CourseAttemptResult.Pass, 100, 100, RepeatCode: "not counted")]);
        var settings = new VerdictSettings { Credits = new() { NotCountedRepeatCodes = new HashSet<string>(["Not Counted"], StringComparer.OrdinalIgnoreCase) } };
        var context = Given.Year(100) with { GraduationPlans = [Standard] };
        var fact = Given.Assess(record, context, settings).Fact(IndicatorIds.CreditsEarned)!;

        Assert.Equal((600L, 2400L, 600L), (fact.Numerator, fact.Denominator, fact.Number(CreditIndicator.AttemptedHundredths)));
        Assert.Equal(700, Given.Assess(record, context).Fact(IndicatorIds.CreditsEarned)!.Numerator);
    }

    [Fact]
    public void AtRiskShortfall_IsTheDistricts()
    {
        var settings = new VerdictSettings { Credits = new() { AtRiskShortfallHundredths = 0 } };
        var context = Given.Year(100) with { GraduationPlans = [Standard] };
        var result = Given.Assess(Record("10", [new(2020, CourseAttemptResult.Pass, 599, 599)]), context, settings);

        Assert.Equal(VerdictStatus.OffTrack, Given.Verdict(result, Given.Credits).Status);
    }

    [Fact]
    public void Plan_OfTheSchoolAndTheCohortComesFirst()
    {
        var membership = new SchoolMembership(Given.School, Given.FirstDay, GraduationPlanType: "standard", CohortYear: 2028);
        GraduationPlan[] plans =
        [
            new("Standard", Given.OtherSchool, 2028, 1), new("Other", Given.School, 2028, 2), new("Standard", Given.School, 2027, 3),
            new("Standard", Given.District, null, 4), new("Standard", Given.District, 2028, 5), new("Standard", Given.School, null, 6), new("Standard", Given.School, 2028, 7),
        ];
        int? Best(int count) => CreditIndicator.PlanOf(membership, Given.Year(100) with { GraduationPlans = plans[..count] })?.RequiredHundredths;

        Assert.Equal(new int?[] { null, 4, 5, 6, 7 }, new[] { Best(3), Best(4), Best(5), Best(6), Best(7) });
    }

    private static Verdict Judge(string grade, int asOfDay, CourseAttempt[] attempts, GraduationPlan? plan = null)
    {
        var context = Given.Year(asOfDay) with { GraduationPlans = [plan ?? Standard] };
        return Given.Verdict(Given.Assess(Record(grade, attempts), context), Given.Credits);
    }

    private static LearningRecord Record(string grade, CourseAttempt[] attempts) => new()
    {
        GradeLevel = grade,
        Memberships = [new SchoolMembership(Given.School, Given.FirstDay, GraduationPlanType: "Standard")],
        Attempts = attempts,
    };
}
