using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Summaries;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>What is published of an invented district equals what its generator counted by itself.</summary>
public sealed class FiguresTests(AzuriteFixture azurite)
{
    private const int Shards = 4;
    private const string Profile = "name: tests\nversion: 1\nconformance: strict\nsettings: { milestones: { use: [grade-3-reading, college-ready-sat, algebra-by-grade-9, graduation-four-years] } }\n";

    [Theory]
    [InlineData(400, 0)]
    [InlineData(400, 35)]
    [InlineData(5_000, 20)]
    public async Task Publish_OfADistrictInShards_EqualsTheTruth(int students, int night)
    {
        var sample = await SampleNight.OfAsync(students, night);
        var bytes = sample.Package.Files.Values.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text));
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: (bytes / Shards) + 1);
        await host.RegisterAsync();

        var drop = await host.PublishAsync("night", sample.Zip, sample.AsOf);

        Assert.Equal((Shards, 0, 0L), (drop.Counts.ShardsComputed, drop.Counts.ShardsUnchanged, drop.Counts.RowsRejected));
        Assert.Equal(sample.Students.Count, drop.Counts.DocumentsWritten);
        var summary = (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))!.Value;
        Assert.Equal(sample.AsOf, summary.AsOf);
        var never = NeverMembers(sample);
        AssertDistrict(sample.Truth, summary, never);
        foreach (var school in sample.Truth.GetProperty("schoolAttendance").EnumerateObject())
        {
            var left = never.Count(student => student.GetProperty("schools").EnumerateArray().Any(at => at.GetProperty("school").GetString() == school.Name));
            var figures = (await host.Get<SchoolReader>().FindAsync(host.District, school.Name, host.Token))!.Value.Figures;
            Assert.Equal(
                (Number(school.Value, "n") - left, Number(school.Value, "measured"), Number(school.Value, "chronic")),
                (figures.Students, figures.Students - figures.Attendance.NotMeasured, figures.Attendance.Chronic));
        }

        foreach (var (id, truth) in sample.Students)
        {
            AssertStudent(truth, await host.BodyAsync(id));
        }

        await AssertCaseloadsAsync(host, summary, sample);
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(400, 100)]
    [InlineData(5_000, 20)]
    [InlineData(400, 116)]
    public async Task Publish_WithMilestonesOfTestsCoursesAndGraduation_JudgesAsTheTruthSays(int students, int night)
    {
        var sample = await SampleNight.OfAsync(students, night);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", Profile, host.Token));

        await host.PublishAsync("night", sample.Zip, sample.AsOf);

        var judged = new HashSet<(string, VerdictStatus)>();
        foreach (var (id, truth) in sample.Students)
        {
            var body = await host.BodyAsync(id);
            AssertTests(truth.GetProperty("tests"), body);
            Assert.All(truth.GetProperty("milestones").EnumerateObject(), milestone => Assert.Equal(
                (milestone.Name, milestone.Value.GetString() ?? "notEnoughData"),
                (milestone.Name, JsonNamingPolicy.CamelCase.ConvertName(Status(body, milestone.Name).ToString()))));
            judged.UnionWith(body.Verdicts.Select(verdict => (verdict.MilestoneId, verdict.Status)));
        }

        // Each of the two of tests met, missed, not known and not asked: none of the statuses went untested. The others change with the night.
        var statuses = judged.ToLookup(judgement => judgement.Item1, judgement => judgement.Item2);
        Assert.Equal((4, 4), (statuses["grade-3-reading"].Count(), statuses["college-ready-sat"].Count()));
        Assert.InRange(statuses["algebra-by-grade-9"].Count(), 3, 6);
        Assert.InRange(statuses["graduation-four-years"].Count(), 3, 4);
    }

    /// <summary>Who was withdrawn on the day of entry: the generator counts them as students, the rules as never enrolled.</summary>
    private static List<JsonElement> NeverMembers(SampleNight sample) =>
    [
        .. sample.Truth.GetProperty("boundary").EnumerateArray().Where(student => student.GetProperty("case").GetString() == "NoShow")
            .Select(student => sample.Students[student.GetProperty("sourcedId").GetString()!]),
    ];

    private static void AssertDistrict(JsonElement truth, DistrictSummary summary, List<JsonElement> never)
    {
        var totals = truth.GetProperty("totals");
        Assert.Equal(Number(truth.GetProperty("students"), "total") - never.Count, summary.Students);
        Assert.Equal(Number(truth.GetProperty("students"), "active"), summary.Figures.Active);
        AssertBands(totals, summary.Figures, never.Count);
        Assert.Equal(
            (Hundredths(totals, "suspensionDaysIn"), Hundredths(totals, "suspensionDaysOut")),
            (summary.Figures.InSchoolSuspensionHundredths, summary.Figures.OutOfSchoolSuspensionHundredths));
        var passing = summary.Figures.Milestones["passing-courses"];
        Assert.Equal(Number(totals, "failedOneOrMore"), passing.AtRisk + passing.OffTrack);
        Assert.Equal(Number(totals, "withGrades"), passing.AtRisk + passing.OffTrack + passing.OnTrack + passing.Met);
        var credits = summary.Figures.Milestones["credits-to-graduate"];
        Assert.Equal(
            (Number(totals, "creditsOnTrack"), Number(totals, "creditStudents")),
            (credits.OnTrack + credits.Met, summary.Students - credits.NotApplicable));
        foreach (var dimension in new[] { "race", "sex" })
        {
            var groups = truth.GetProperty("groups").GetProperty(dimension).EnumerateObject().ToList();
            Assert.Equal(groups.Select(group => Named(dimension, group.Name)).Order(StringComparer.Ordinal), summary.Groups![dimension].Keys);
            Assert.All(groups, group => AssertBands(
                group.Value, summary.Groups[dimension][Named(dimension, group.Name)], never.Count(student => student.GetProperty(dimension).GetString() == group.Name)));
        }

        Assert.All(truth.GetProperty("groups").GetProperty("program").EnumerateObject(), program => AssertBands(
            program.Value, summary.Groups![program.Name == "IDEA" ? "idea" : JsonNamingPolicy.CamelCase.ConvertName(program.Name)]["yes"],
            never.Count(student => student.GetProperty("programs").EnumerateArray().Any(name => name.GetString() == program.Name))));
    }

    private static void AssertBands(JsonElement truth, Tally figures, int never)
    {
        var bands = figures.Attendance;
        Assert.Equal((Number(truth, "n") - never, Number(truth, "active")), (figures.Students, figures.Active));
        Assert.Equal(
            (Number(truth, "chronic"), Number(truth, "atRisk"), Number(truth, "satisfactory"), Number(truth, "none"), Number(truth, "notEnoughData") - never),
            (bands.Chronic, bands.AtRisk, bands.Satisfactory, bands.None, bands.NotMeasured));
    }

    private static void AssertStudent(JsonElement truth, StudentBody body)
    {
        Assert.Equal(truth.GetProperty("active").GetBoolean(), body.Active);
        Assert.Equal(truth.GetProperty("grade").GetString(), body.Grade);
        Assert.Contains("race:" + Named("race", truth.GetProperty("race").GetString()!), body.Groups);
        Assert.Contains("sex:" + truth.GetProperty("sex").GetString(), body.Groups);
        var attendance = Fact(body, IndicatorIds.AttendanceRate);
        Assert.Equal((Number(truth, "memberDays") * 2, Number(truth, "absentHalfDays")), (attendance.Denominator, attendance.Numerator));
        var band = truth.GetProperty("band").GetString();
        Assert.Equal(band == "notEnoughData" ? "notMeasured" : band, JsonNamingPolicy.CamelCase.ConvertName(body.AttendanceBand.ToString()));
        var suspensions = Fact(body, IndicatorIds.SuspensionDays);
        Assert.Equal(Hundredths(truth, "suspensionDaysIn"), suspensions.Number(SuspensionIndicator.InSchoolHundredths));
        Assert.Equal(Hundredths(truth, "suspensionDaysOut"), suspensions.Number(SuspensionIndicator.OutOfSchoolHundredths));
        var failures = Fact(body, IndicatorIds.CourseFailures);
        if (truth.GetProperty("failedCoursesLatestPeriod") is { ValueKind: JsonValueKind.Number } failed)
        {
            Assert.Equal((failed.GetInt64(), MissingEvidence.None), (failures.Numerator, failures.Missing));
        }
        else
        {
            Assert.NotEqual(MissingEvidence.None, failures.Missing);
        }

        AssertCredits(truth, body);
        AssertFacts(truth.GetProperty("facts"), body);
    }

    private static void AssertFacts(JsonElement truth, StudentBody body)
    {
        foreach (var counted in truth.EnumerateObject())
        {
            var expected = (counted.Name, counted.Value[0].GetInt64(), counted.Value[1].GetInt64());
            if (body.Details.TryGetValue(counted.Name, out var detail))
            {
                Assert.Equal(expected, (counted.Name, detail[0], detail[1]));
                continue;
            }

            var fact = Fact(body, counted.Name);
            Assert.Equal((expected, MissingEvidence.None), ((counted.Name, fact.Numerator, fact.Denominator), fact.Missing));
        }

        // What the generator could not count of a student, nobody can measure.
        Assert.All(body.Details.Keys, indicator => Assert.True(truth.TryGetProperty(indicator, out _), indicator));
    }

    private static void AssertTests(JsonElement truth, StudentBody body)
    {
        var reading = truth.GetProperty("gradeThreeReading").ValueKind;
        Assert.Equal(
            body.Grade is not ("03" or "04" or "05") ? VerdictStatus.NotApplicable
                : reading == JsonValueKind.Null ? VerdictStatus.NotEnoughData
                : reading == JsonValueKind.True ? VerdictStatus.Met : VerdictStatus.OffTrack,
            Status(body, "grade-3-reading"));
        var (sat, mathematics) = (truth.GetProperty("satReading"), truth.GetProperty("satMathematics"));
        Assert.Equal(
            body.Grade is not ("11" or "12") ? VerdictStatus.NotApplicable
                : sat.ValueKind == JsonValueKind.Null ? VerdictStatus.NotEnoughData
                : sat.GetInt32() >= 480 && mathematics.GetInt32() >= 530 ? VerdictStatus.Met : VerdictStatus.OffTrack,
            Status(body, "college-ready-sat"));
    }

    private static VerdictStatus Status(StudentBody body, string milestone) => body.Verdicts.Single(verdict => verdict.MilestoneId == milestone).Status;

    private static void AssertCredits(JsonElement truth, StudentBody body)
    {
        var status = Status(body, "credits-to-graduate");
        if (truth.GetProperty("creditsEarned").ValueKind != JsonValueKind.Number)
        {
            Assert.Equal(VerdictStatus.NotApplicable, status);
            return;
        }

        var (earned, required) = (Hundredths(truth, "creditsEarned"), Hundredths(truth, "creditsRequiredNow"));
        Assert.Equal(earned, Fact(body, IndicatorIds.CreditsEarned).Numerator);
        if (earned >= required)
        {
            Assert.Contains(status, new[] { VerdictStatus.OnTrack, VerdictStatus.Met });
        }
        else
        {
            Assert.Equal(required - earned <= 200 ? VerdictStatus.AtRisk : VerdictStatus.OffTrack, status);
        }
    }

    /// <summary>Every active student stands in the caseload of the own school, the neediest first.</summary>
    private static async Task AssertCaseloadsAsync(PipelineHost host, DistrictSummary summary, SampleNight sample)
    {
        var listed = 0;
        foreach (var school in summary.Schools)
        {
            var priorities = new List<int>();
            var pages = (await host.Get<SchoolReader>().FindAsync(host.District, school.School, host.Token))!.Value.CaseloadPages;
            for (var page = 1; page <= pages; page++)
            {
                var caseload = (await host.Get<SchoolReader>().FindCaseloadAsync(host.District, school.School, page, host.Token))!.Value;
                Assert.Equal((page, pages, (int)school.Active), (caseload.Page, caseload.Pages, caseload.Total));
                priorities.AddRange(caseload.Students.Select(student => student.Priority));
            }

            Assert.Equal(school.Active, priorities.Count);
            Assert.Equal(priorities.OrderDescending(), priorities);
            Assert.Null(await host.Get<SchoolReader>().FindCaseloadAsync(host.District, school.School, pages + 1, host.Token));
            listed += priorities.Count;
        }

        Assert.Equal(sample.Students.Values.Count(truth => truth.GetProperty("active").GetBoolean()), listed);
    }

    /// <summary>The generator begins the names of races with a small letter.</summary>
    private static string Named(string dimension, string group) =>
        dimension == "race" ? char.ToUpperInvariant(group[0]) + group[1..] : group;

    private static Fact Fact(StudentBody body, string indicator) => body.Facts.Single(fact => fact.Indicator == indicator && fact.SchoolSourcedId is null);

    private static long Number(JsonElement truth, string name) => truth.GetProperty(name).GetInt64();

    private static long Hundredths(JsonElement truth, string name) => (long)(truth.GetProperty(name).GetDecimal() * 100);
}
