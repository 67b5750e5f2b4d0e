using System.Text.Json;
using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Gaps of an invented district stand on what its generator counted by itself.</summary>
public sealed class GapTests(AzuriteFixture azurite)
{
    private const string Profile = "name: x\nversion: 1\nconformance: lenient\nsettings: { holds: { schoolYearChange: accept, studentsRemovedPercent: 100, enrollmentsRemovedPercent: 100, classesRemovedPercent: 100 }, groups: { combinations: [[race, sex], [englishLearner, idea]] } }\n";
    private const int PageLimit = 100_000;

    [Fact]
    public async Task Publish_OfADistrictInShards_HasTheTruthOfEachGroup()
    {
        var sample = await SampleNight.OfAsync(1_500, 60);
        var bytes = sample.Package.Files.Values.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text));
        await using var host = await PublishedAsync(sample, (bytes / 3) + 1);
        var never = sample.Truth.GetProperty("boundary").EnumerateArray().Where(student => student.GetProperty("case").GetString() == "NoShow")
            .Select(student => student.GetProperty("sourcedId").GetString()!).ToHashSet(StringComparer.Ordinal);
        var students = sample.Students.Where(student => !never.Contains(student.Key)).Select(student => student.Value).ToList();

        await AssertDimensionAsync(host, "race", students, Race);
        await AssertDimensionAsync(host, "sex", students, student => student.GetProperty("sex").GetString()!);
        await AssertDimensionAsync(host, "grade", students, student => student.GetProperty("grade").GetString()!);
        await AssertDimensionAsync(host, "economicDisadvantage", students, student => IsIn(student, "EconomicDisadvantage"));
        await AssertDimensionAsync(host, "race+sex", students, student => $"{Race(student)}+{student.GetProperty("sex").GetString()}");
        await AssertDimensionAsync(host, "englishLearner+idea", students, student => $"{IsIn(student, "EnglishLearner")}+{IsIn(student, "IDEA")}");
        foreach (var school in students.SelectMany(student => student.GetProperty("schools").EnumerateArray()).Select(school => school.GetProperty("school").GetString()!).Distinct())
        {
            var at = students.Where(student => student.GetProperty("schools").EnumerateArray().Any(own => own.GetProperty("school").GetString() == school)).ToList();
            await AssertDimensionAsync(host, "race", at, Race, school);
        }

        var all = (await FindAsync(host, "raceAll")).Groups.Sum(group => group.Students);
        Assert.True(all >= students.Count);
    }

    [Fact]
    public async Task Months_OfALaterNight_BeginWithThoseOfAnEarlierOne()
    {
        var (early, late) = (await SampleNight.OfAsync(400, 40), await SampleNight.OfAsync(400, 80));
        await using var first = await PublishedAsync(early, 16L << 20);
        await using var second = await PublishedAsync(late, 16L << 20);

        var (before, after) = (await TrendAsync(first), await TrendAsync(second));
        Assert.True(before.Count >= 2);
        Assert.True(after.Count > before.Count);
        Assert.Equal(before.Select(point => point.On), after.Take(before.Count).Select(point => point.On));
        Assert.Equal(before[0].Reference.Students, after[0].Reference.Students);
    }

    [Fact]
    public async Task Months_OfTheSchoolYearBefore_AreCarriedOn_AndComparedMonthByMonth()
    {
        var (before, now) = (await SampleNight.OfAsync(400, 80, 2025), await SampleNight.OfAsync(400, 60, 2026));
        await using var host = await PublishedAsync(before, 16L << 20);
        var last = await FindAsync(host, "economicDisadvantage", GapMeasure.Chronic);
        await host.PublishAsync("next-year", now.Zip, now.AsOf);
        await host.PublishAsync("again", now.Package.Without(now.Ids[3]).ToZip(), now.AsOf);

        var gap = (await FindAsync(host, "economicDisadvantage", GapMeasure.Chronic)).Measures[0].Groups.Single(group => group.Group == "yes");

        Assert.All(gap.Trend!.Points!, point => Assert.True(point.On > before.AsOf));
        var years = gap.YearTrend!.Points!;
        Assert.Equal([gap.Trend.To.Year - 1, gap.Trend.To.Year], years.Select(point => point.On.Year));
        Assert.Equal(years[0].On.Month, years[1].On.Month);
        var then = last.Measures[0].Groups.Single(group => group.Group == "yes").Trend!.Points!.Single(point => point.On == years[0].On);
        Assert.Equal((then.Reference, then.Focal, then.Difference), (years[0].Reference, years[0].Focal, years[0].Difference));
        Assert.Equal(gap.Trend.Points![^1].Difference, years[1].Difference);
    }

    [Fact]
    public async Task Pages_AreSmall_AndThoseOfOlderVersionsAreCollected()
    {
        var night = await SampleNight.OfAsync(400, 35);
        await using var host = await PublishedAsync(night, 16L << 20);
        await host.PublishAsync("again", night.Package.Without(night.Ids[3]).ToZip(), night.AsOf);

        var school = (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))!.Value.Schools[0].School;
        var documents = host.Get<IDocumentStore>();
        var ofDistrict = await documents.ListAsync($"district:{host.District}", "district-gaps:", null, 200, host.Token);
        var ofSchool = await documents.ListAsync($"school:{host.District}:{school}", "school-gaps:", null, 200, host.Token);
        Assert.NotEmpty(ofDistrict.Documents);
        Assert.NotEmpty(ofSchool.Documents);
        Assert.All(ofDistrict.Documents.Concat(ofSchool.Documents), document =>
        {
            Assert.Contains(":0000000000000000002:", document.Id, StringComparison.Ordinal);
            Assert.InRange(document.Body.Length, 1, PageLimit);
        });
        var names = ofDistrict.Documents.Select(document => document.Id.Split(':')[3]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(GroupDimensions.All.Select(dimension => dimension.Name).Concat(["race+sex", "englishLearner+idea"]).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_WhileAnotherVersionIsPublishedBetween_GivesTheNewest()
    {
        var night = await SampleNight.OfAsync(40, 35);
        await using var host = await PublishedAsync(night, 16L << 20);
        var came = 0;
        host.Get<HostDocuments>().Lists = async prefix =>
        {
            if (prefix.StartsWith("district-gaps", StringComparison.Ordinal) && came++ == 0)
            {
                host.Get<HostDocuments>().Lists = null;
                await host.PublishAsync("second", night.Package.Without(night.Ids[3]).ToZip(), night.AsOf);
            }
        };

        var found = await host.Get<GapReader>().FindAsync(host.District, null, "sex", null, host.Token);

        Assert.Equal((1, GapOutcome.Found, 2L), (came, found.Outcome, found.Gaps!.Version));
    }

    [Fact]
    public async Task Read_OfWhatIsNotThere_SaysWhy()
    {
        var night = await SampleNight.OfAsync(40, 35);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        Assert.Equal(GapOutcome.NothingPublished, await OutcomeAsync("race"));

        await host.PublishAsync("night", night.Package.WithoutFile("demographics.csv").Replace("manifest.csv", "file.demographics,bulk", "file.demographics,absent").ToZip(), night.AsOf);

        Assert.Equal(GapOutcome.NotTold, await OutcomeAsync("race"));
        Assert.Equal(GapOutcome.Found, await OutcomeAsync("idea"));
        Assert.Equal(GapOutcome.UnknownDimension, await OutcomeAsync("school"));
        Assert.Equal(GapOutcome.UnknownDimension, await OutcomeAsync("englishLearner+idea"));
        Assert.Equal(GapOutcome.UnknownMeasure, await OutcomeAsync("idea", measure: "happiness"));
        Assert.Equal(GapOutcome.UnknownSchool, await OutcomeAsync("idea", "nowhere"));

        async Task<GapOutcome> OutcomeAsync(string dimension, string? school = null, string? measure = null) =>
            (await host.Get<GapReader>().FindAsync(host.District, school, dimension, measure, host.Token)).Outcome;
    }

    private async Task<PipelineHost> PublishedAsync(SampleNight night, long shardBytes)
    {
        var host = new PipelineHost(azurite.ConnectionString, shardBytes: shardBytes);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", Profile, host.Token));
        await host.PublishAsync("night", night.Zip, night.AsOf);
        return host;
    }

    private static async Task<DistrictGaps> FindAsync(PipelineHost host, string dimension, string? measure = null, string? school = null)
    {
        var found = await host.Get<GapReader>().FindAsync(host.District, school, dimension, measure, host.Token);
        Assert.Equal(GapOutcome.Found, found.Outcome);
        return found.Gaps!.Value;
    }

    private static async Task<IReadOnlyList<GapTrendPoint>> TrendAsync(PipelineHost host) =>
        (await FindAsync(host, "economicDisadvantage", GapMeasure.Chronic)).Measures[0].Groups.Single(gap => gap.Group == "yes").Trend!.Points!;

    /// <summary>Students, chronic absence, any failed class and any suspension of each group, and the sum of failed classes, as the generator counted them.</summary>
    private static async Task AssertDimensionAsync(
        PipelineHost host, string dimension, List<JsonElement> students, Func<JsonElement, string> groupOf, string? school = null)
    {
        var gaps = await FindAsync(host, dimension, null, school);
        var truth = students.GroupBy(groupOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        Assert.Equal(truth.Keys.Order(StringComparer.Ordinal), gaps.Groups.Select(group => group.Group));
        Assert.Equal(students.Count, gaps.Groups.Sum(group => group.Students));
        foreach (var (name, members) in truth)
        {
            var graded = members.Where(student => student.GetProperty("failedCoursesLatestPeriod").ValueKind == JsonValueKind.Number)
                .Select(student => student.GetProperty("failedCoursesLatestPeriod").GetInt64()).ToList();
            Assert.Equal(members.Count, gaps.Groups.Single(group => group.Group == name).Students);
            var bands = members.Select(student => school is null ? student : student.GetProperty("schools").EnumerateArray().Single(own => own.GetProperty("school").GetString() == school))
                .Select(student => student.GetProperty("band").GetString()).ToList();
            AssertRate(gaps, GapMeasure.Chronic, name, bands.Count(band => band == "chronic"), bands.Count(band => band != "notEnoughData"));
            AssertRate(gaps, "course.failures.any", name, graded.Count(failed => failed > 0), graded.Count);
            AssertRate(
                gaps, "discipline.suspensionDays.any", name,
                members.Count(student => student.GetProperty("suspensionDaysIn").GetDecimal() + student.GetProperty("suspensionDaysOut").GetDecimal() > 0), members.Count);
            AssertRate(gaps, "milestone.passing-courses", name, graded.Count(failed => failed == 0), graded.Count);
            if (graded.Count > 0)
            {
                var mean = gaps.Measures.Single(measure => measure.Measure.Id == "course.failures").Groups.Single(gap => gap.Group == name).Focal.Mean;
                Assert.Equal(Math.Round(graded.Sum() / (double)graded.Count, 4), mean!.Value, 4);
            }
        }
    }

    private static void AssertRate(DistrictGaps gaps, string measure, string group, int count, int of)
    {
        var side = gaps.Measures.Single(known => known.Measure.Id == measure).Groups.Single(gap => gap.Group == group).Focal;
        Assert.Equal((measure, group, (long)count, (long)of), (measure, group, side.Count!.Value, side.Students));
    }

    private static string Race(JsonElement student) => student.GetProperty("race").GetString() is { } race ? char.ToUpperInvariant(race[0]) + race[1..] : "";

    private static string IsIn(JsonElement student, string program) =>
        student.GetProperty("programs").EnumerateArray().Any(name => name.GetString() == program) ? "yes" : "no";
}
