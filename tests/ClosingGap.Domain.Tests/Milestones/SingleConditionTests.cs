using System.Globalization;
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
    [InlineData("50P", true, VerdictStatus.OnTrack, "Takes the course now")] // the first half passed, the second under way
    [InlineData("50P", false, VerdictStatus.Met, "Passed the course")] // nothing says that there is more
    [InlineData("50P 50P", false, VerdictStatus.Met, "Passed the course")]
    [InlineData("50P 50F", false, VerdictStatus.AtRisk, "Passed part of the course")]
    [InlineData("50P 50F 50S", false, VerdictStatus.Met, "Passed the course")] // made up in summer
    [InlineData("50P 50F 50R", false, VerdictStatus.Met, "Passed the course")] // repeated
    [InlineData("50F", true, VerdictStatus.AtRisk, "Failed the course so far")] // the second half cannot make it whole
    [InlineData("50F 50F", false, VerdictStatus.AtRisk, "Failed the course so far")]
    [InlineData("100F 100P", false, VerdictStatus.Met, "Passed the course")] // a block, taken again in the same year
    [InlineData("-100F", true, VerdictStatus.OnTrack, "Takes the course now")] // failed last year, taken again
    [InlineData("-50F -50P 50P", false, VerdictStatus.Met, "Passed the course")]
    [InlineData("-50P -50F", true, VerdictStatus.OnTrack, "Takes the course now")]
    [InlineData("0P 0P", false, VerdictStatus.Met, "Passed the course")] // without credits each row is as much as another
    [InlineData("0P 0F", false, VerdictStatus.AtRisk, "Passed part of the course")]
    [InlineData("0C", false, VerdictStatus.Met, "Passed the course")] // no result, the letter decides
    [InlineData("100N", false, VerdictStatus.AtRisk, "Failed the course so far")]
    [InlineData("100W", false, VerdictStatus.AtRisk, "Neither passed nor taken")] // withdrawn
    public void Course_InHalves_IsPassedWhenAllOfItIs(string rows, bool takesNow, VerdictStatus status, string begin)
    {
        var record = Given.Member() with
        {
            GradeLevel = "08",
            Sections = takesNow ? [new("alg", Given.Day(1))] : [],
            Attempts = [.. rows.Split(' ').Select(Row)],
        };

        var verdict = Judge(s_algebra, record);
        Assert.Equal(status, verdict.Status);
        Assert.StartsWith(begin, verdict.InEnglish(), StringComparison.Ordinal);

        static CourseAttempt Row(string row)
        {
            var (year, credits, kind) = (row[0] == '-' ? 2025 : 2026, int.Parse(row.TrimStart('-')[..^1], CultureInfo.InvariantCulture), row[^1]);
            var (result, letter) = kind switch
            {
                'F' => (CourseAttemptResult.Fail, (string?)null),
                'C' => (CourseAttemptResult.NotGiven, "C"),
                'N' => (CourseAttemptResult.NotGiven, "F"),
                'W' => (CourseAttemptResult.Withdrawn, null),
                _ => (CourseAttemptResult.Pass, null),
            };
            return new(year, result, credits, result == CourseAttemptResult.Pass ? credits : 0, letter, RepeatCode: kind == 'R' ? "RepeatCounted" : null)
            {
                CourseCode = "02052", GradeLevel = "08", IsSummer = kind == 'S',
            };
        }
    }

    [Fact]
    public void Graduation_AfterTheLastSchoolDayWithoutADiplomaRecorded_IsAtRiskUntilTheYearIsOver()
    {
        var record = Given.Member() with { GradeLevel = "12", Memberships = [new(Given.School, Given.FirstDay, null, "12", CohortYear: 2023)] };
        var part = new MilestonePart { Indicator = IndicatorIds.Graduation, Years = 4 };

        var verdict = Judge(part, record, s_year with { AsOf = Given.Day(180) });
        Assert.Equal(VerdictStatus.AtRisk, verdict.Status);
        Assert.Contains("No regular diploma is recorded up to", verdict.InEnglish(), StringComparison.Ordinal);
        Assert.Equal(VerdictStatus.OnTrack, Judge(part, record, s_year with { AsOf = Given.Day(179) }).Status);
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
