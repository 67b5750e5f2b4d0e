using ClosingGap.Domain.Assessments;
using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Milestones;

/// <summary>Tests, courses to be passed, graduation.</summary>
public sealed class SingleConditionTests
{
    private static readonly SchoolYearContext s_year = Given.Year(100) with
    {
        Assessments = new[] { new AssessmentInfo("sat-math", "SAT", "Math"), new AssessmentInfo("state-3", null, "Reading", "03"), new AssessmentInfo("act-math", "ACT", "Math") }
            .ToDictionary(test => test.Identifier, StringComparer.Ordinal),
        Classes = new Dictionary<string, ClassInfo>(StringComparer.Ordinal) { ["alg"] = new("alg", CourseSourcedId: "algebra") },
        Courses = new Dictionary<string, CourseInfo>(StringComparer.Ordinal) { ["algebra"] = new("algebra", SubjectCode: "02052") },
    };

    private static readonly MilestonePart s_math = new()
    {
        Indicator = IndicatorIds.AssessmentScore, Family = "SAT", Subjects = ["Math"], OffTrackNumerator = 530, Attempt = AttemptRule.Best,
    };

    private static readonly MilestonePart s_reading = new() { Indicator = IndicatorIds.AssessmentProficiency, Subjects = ["Reading"], TakenIn = ["03"] };
    private static readonly MilestonePart s_algebra = new() { Indicator = IndicatorIds.CourseCompleted, Courses = ["02052"], ByGrade = "08" };

    [Theory]
    [InlineData(53_000, VerdictStatus.Met)]
    [InlineData(52_999, VerdictStatus.OffTrack)]
    public void Score_AtTheBenchmark_IsMet(int score, VerdictStatus status)
    {
        var verdict = Judge(s_math, Tested(new("sat-math", Given.Day(50), ScoreHundredths: score), new("act-math", Given.Day(60), ScoreHundredths: 90_000)));

        Assert.Equal(status, verdict.Status);
        Assert.Equal(1m, verdict.Value("attempts"));
    }

    [Fact]
    public void Score_BelowTheBenchmark_TellsTheStudentWhatIsMissing()
    {
        var verdict = Judge(s_math, Tested(new AssessmentResult("sat-math", Given.Day(50), ScoreHundredths: 50_000)));

        Assert.Contains("30 more points", verdict.In(PhraseBooks.English, Audience.Student), StringComparison.Ordinal);
        Assert.Contains("matemáticas", verdict.In(PhraseBooks.Spanish, Audience.Staff), StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OfATestAfterTheAsOfDate_IsNotKnownYet() =>
        Assert.Equal(VerdictStatus.NotEnoughData, Judge(s_math, Tested(new AssessmentResult("sat-math", Given.Day(101), ScoreHundredths: 60_000))).Status);

    [Theory]
    [InlineData(true, "03", VerdictStatus.Met)]
    [InlineData(false, "03", VerdictStatus.OffTrack)]
    [InlineData(true, "04", VerdictStatus.NotEnoughData)]
    public void Proficiency_IsOfTheGradeInWhichItWasTested(bool met, string grade, VerdictStatus status) =>
        Assert.Equal(status, Judge(s_reading, Tested(new AssessmentResult("state-3", Given.Day(90), grade, LevelMet: met))).Status);

    [Fact]
    public void Tests_OfASnapshotWithoutResults_AreNotEnoughData()
    {
        var context = s_year with { Tables = SnapshotTables.All & ~SnapshotTables.AssessmentResults };

        Assert.Contains("hold no test results", Judge(s_math, Tested(), context).InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void Course_PassedFailedTakenAndNot_AreToldApart()
    {
        CourseAttempt Of(CourseAttemptResult result, string code, string grade) => new(2026, result, 100, 100) { CourseCode = code, GradeLevel = grade };
        var eighth = Given.Member() with { GradeLevel = "08" };

        Assert.Equal(VerdictStatus.Met, Judge(s_algebra, eighth with { Attempts = [Of(CourseAttemptResult.Pass, "02052G1.0012", "08")] }).Status);
        Assert.Equal(VerdictStatus.AtRisk, Judge(s_algebra, eighth with { Attempts = [Of(CourseAttemptResult.Fail, "02052", "07")] }).Status);
        Assert.Equal(VerdictStatus.OnTrack, Judge(s_algebra, eighth with { Sections = [new("alg", Given.Day(1))] }).Status);
        Assert.Equal(VerdictStatus.AtRisk, Judge(s_algebra, eighth with { Sections = [new("alg", Given.Day(1), Given.Day(90))], Attempts = [Of(CourseAttemptResult.Pass, "02072", "08")] }).Status);
        Assert.Equal(VerdictStatus.NotEnoughData, Judge(s_algebra, eighth).Status);

        // Codes of the district's own cannot be compared with SCED codes: nobody may be called off track for that.
        Assert.Equal(VerdictStatus.NotEnoughData, Judge(s_algebra, eighth with { Attempts = [Of(CourseAttemptResult.Pass, "ALG-1", "08")] }).Status);
        Assert.Equal(VerdictStatus.Met, Judge(s_algebra with { Courses = ["ALG-1"] }, eighth with { Attempts = [Of(CourseAttemptResult.Pass, "alg-1", "08")] }).Status);

        // Passed in grade 9 is not by the end of grade 8, and the year of a ninth grader is over for it.
        Assert.Equal(VerdictStatus.OffTrack, Judge(s_algebra, eighth with { GradeLevel = "09", Attempts = [Of(CourseAttemptResult.Pass, "02052", "09")] }).Status);
    }

    [Theory]
    [InlineData(2023, "12", null, 4, VerdictStatus.OnTrack)]
    [InlineData(2023, "11", null, 4, VerdictStatus.AtRisk)]
    [InlineData(2023, "11", null, 5, VerdictStatus.OnTrack)]
    [InlineData(2023, "12", "Graduated", 4, VerdictStatus.Met)]
    [InlineData(2024, "11", "Graduated", 4, VerdictStatus.Met)]
    [InlineData(2022, "12", "Graduated", 4, VerdictStatus.OffTrack)]
    [InlineData(2022, "12", "Graduated", 5, VerdictStatus.Met)]
    [InlineData(2023, "12", "Dropout", 4, VerdictStatus.OffTrack)]
    [InlineData(2023, "12", "Transferred", 4, VerdictStatus.OnTrack)]
    [InlineData(2023, "12", "Transferred, documented", 4, VerdictStatus.NotApplicable)]
    [InlineData(2021, "12", null, 4, VerdictStatus.OffTrack)]
    public void Graduation_FollowsTheCohortOfTheFirstYearInGradeNine(int cohort, string grade, string? exit, int years, VerdictStatus status)
    {
        var record = Given.Member() with
        {
            GradeLevel = grade,
            Memberships = [new(Given.School, Given.FirstDay, exit is null ? null : Given.Day(95), grade, CohortYear: cohort) { ExitType = exit }],
        };

        Assert.Equal(status, Judge(new MilestonePart { Indicator = IndicatorIds.Graduation, Years = years }, record).Status);
    }

    private static LearningRecord Tested(params AssessmentResult[] results) => Given.Member() with { Assessments = results };

    private static Verdict Judge(MilestonePart part, LearningRecord record, SchoolYearContext? context = null)
    {
        var definition = new MilestoneDefinition { Id = "single", Version = 1, Title = "t", Source = "s", Parts = [part] };
        Assert.Empty(MilestoneDefinitionCheck.Check(definition));
        return StudentAssessment.Assess(Given.Student(record), context ?? s_year, VerdictSettings.Default, new MilestoneSet([definition])).Verdicts.Single();
    }
}
