using System.Globalization;
using System.Text;
using System.Text.Json;
using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Statistics;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Growth and progress on tests, told to students of a district in shards.</summary>
public sealed class GrowthTests(AzuriteFixture azurite)
{
    private const int Students = 400;
    private const string Profile = "name: growth\nversion: 1\nconformance: strict\nsettings:\n  growth:\n    minimumCohort: 150\n    goals:\n      - { assessment: oral, score: 120, by: 2026-05-15 }\n";

    [Fact]
    public async Task Publish_WithTestsOfTwoYears_RanksEachStudentAmongAllOfTheCohort()
    {
        var sample = await SampleNight.OfAsync(Students, 110);
        var (package, scores) = WithTests(sample);
        var bytes = package.Files.Values.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: (bytes / 4) + 1);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", Profile, host.Token));

        await host.PublishAsync("night", package.ToZip(), sample.AsOf);

        foreach (var (subject, ofSubject) in scores)
        {
            var ordered = ofSubject.OrderBy(score => score.Value.X).ThenBy(score => score.Value.Y).ToList();
            var ranks = GrowthPercentile.Of([.. ordered.Select(score => score.Value)], 150);
            for (var i = 0; i < ordered.Count; i += 7)
            {
                var body = await host.BodyAsync(ordered[i].Key);
                var growth = body.Growth!.Single(one => one.Pair.Subject == subject);
                Assert.Equal((ranks?[i], ranks is null ? 0 : ordered.Count), (growth.Percentile, growth.Students));
            }
        }

        var aim = Assert.Single((await host.BodyAsync(sample.Ids[0])).Progress!).Aim!;
        Assert.Equal((120.0, new DateOnly(2026, 5, 15), ProgressDecision.ChangeInstruction), (aim.Goal, aim.By, aim.PointRule));
    }

    /// <summary>Reading by all, mathematics by the first hundred, and probes of the first student.</summary>
    private static (SamplePackage Package, Dictionary<string, Dictionary<string, Observation>> Scores) WithTests(SampleNight sample)
    {
        var tests = new StringBuilder("assessmentIdentifier,title,family,academicSubject,assessedGradeLevel,assessmentCategory,scoreMin,scoreMax,version\n");
        var results = new StringBuilder("sourcedId,userSourcedId,assessmentIdentifier,administrationDate,assessmentPeriod,gradeLevelWhenAssessed,scoreResult,reportingMethod,standardError,performanceLevel,performanceLevelMet,reasonNotTested,retest\n");
        var scores = new Dictionary<string, Dictionary<string, Observation>>(StringComparer.Ordinal);
        foreach (var (subject, students) in new[] { ("Reading", Students), ("Mathematics", 100) })
        {
            tests.Append(CultureInfo.InvariantCulture, $"{subject}-3,{subject} 3,STAAR,{subject},03,,,,\n{subject}-4,{subject} 4,STAAR,{subject},04,,,,\n");
            scores[subject] = new(StringComparer.Ordinal);
            for (var i = 0; i < students; i++)
            {
                var (id, prior) = (sample.Ids[i], 1_300 + (i * 37 % 211));
                var current = prior + 40 + (i * 53 % 97);
                results.Append(CultureInfo.InvariantCulture, $"{subject}-{i}-a,{id},{subject}-3,2025-04-22,,,{prior},,,,,,\n{subject}-{i}-b,{id},{subject}-4,2025-12-10,,,{current},,,,,,\n");
                scores[subject][id] = new Observation(prior, current);
            }
        }

        tests.Append("oral,Oral reading,,Reading,04,,,,\n");
        for (var week = 0; week < 6; week++)
        {
            results.Append(CultureInfo.InvariantCulture, $"oral-{week},{sample.Ids[0]},oral,{new DateOnly(2025, 9, 8).AddDays(7 * week):yyyy-MM-dd},,,{60 + week},,,,,,\n");
        }

        return (sample.Package.With("assessments.csv", tests.ToString()).With("assessmentResults.csv", results.ToString()), scores);
    }
}
