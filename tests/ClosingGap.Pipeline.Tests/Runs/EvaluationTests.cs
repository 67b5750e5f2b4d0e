using System.Text.Json;
using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Pipeline.Evaluating;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Rules checked against what became of the students equal what was published then, held against what was published later.</summary>
public sealed class EvaluationTests(AzuriteFixture azurite)
{
    private const int Students = 400;

    [Fact]
    public async Task Evaluation_OfTwoNights_HoldsWhatWasPublishedThenAgainstWhatCame()
    {
        var (then, later) = (await SampleNight.OfAsync(Students, 20), await SampleNight.OfAsync(Students, 110));
        await using var host = await StartAsync(then);
        var before = await BodiesAsync(host, then);
        await host.PublishAsync("later", later.Zip, later.AsOf);
        var after = (await BodiesAsync(host, later)).ToDictionary(body => body.SourcedId, StringComparer.Ordinal);

        var report = (await EvaluateAsync(host, new EvaluationRequest(1, null, then.AsOf))).Report!;

        Assert.Equal((then.AsOf, later.AsOf, 2), (report.AsOf, report.OutcomesAsOf, report.Outcomes.Count));
        var dropouts = Dropouts(later, then.AsOf);
        var outcomes = before.Where(body => body.Schools.Count > 0).ToDictionary(
            body => body.SourcedId,
            body => dropouts.Contains(body.SourcedId) ? true : after.TryGetValue(body.SourcedId, out var found) ? Failing(found, then.AsOf) : null,
            StringComparer.Ordinal);
        var failing = report.Outcomes.Single(outcome => outcome.Outcome == OutcomeDefinition.FailingCourses.Id);
        Assert.Equal(
            (outcomes.Count, outcomes.Values.Count(adverse => adverse == true), outcomes.Values.Count(adverse => adverse == false)),
            ((int)failing.Students, (int)failing.Adverse, (int)failing.NotAdverse));
        Assert.True(failing.Adverse > 20 && failing.NotAdverse > 20, "The sample has too few outcomes to show anything.");
        AssertRules(failing, before, outcomes);
        Assert.Equal(dropouts.Count(outcomes.ContainsKey), report.Outcomes.Single(outcome => outcome.Outcome == OutcomeDefinition.NotGraduating.Id).Adverse);
    }

    [Fact]
    public async Task Evaluation_OfADayThatIsPast_LooksAsFarAsThatDayOnly()
    {
        var (then, later) = (await SampleNight.OfAsync(Students, 20), await SampleNight.OfAsync(Students, 110));
        await using var host = await StartAsync(later);

        var report = (await EvaluateAsync(host, new EvaluationRequest(null, null, then.AsOf))).Report!;

        var attendance = report.Outcomes[0].Sweeps.Single(sweep => sweep.Indicator == IndicatorIds.AttendanceRate);
        var counts = attendance.Thresholds.Single(threshold => threshold is { Numerator: 10, Denominator: 100 }).Counts;
        var rule = report.Outcomes[0].Rules.Single(one => one is { Milestone: "chronic-absence", FlaggedFrom: VerdictStatus.OffTrack });
        Assert.Equal((rule.Counts.TruePositives, rule.Counts.FalsePositives), (counts.TruePositives, counts.FalsePositives));
        var chronic = then.Truth.GetProperty("totals").GetProperty("chronic").GetInt64();
        Assert.InRange(rule.Counts.Flagged, chronic - rule.Counts.NoOutcome, chronic);
        Assert.NotEqual(chronic, later.Truth.GetProperty("totals").GetProperty("chronic").GetInt64());
    }

    [Fact]
    public async Task Evaluation_WithoutADay_TakesTheEndOfAMonthInTheFirstHalfOfTheYear()
    {
        await using var host = await StartAsync(await SampleNight.OfAsync(Students, 110));

        var report = (await EvaluateAsync(host, new EvaluationRequest(null, null, null))).Report!;

        Assert.Equal(1, report.AsOf.AddDays(1).Day);
        Assert.True(report.AsOf < report.OutcomesAsOf);
        Assert.Equal(report.SchoolYear, report.OutcomeSchoolYear);
    }

    [Theory]
    [InlineData(-400, "evaluation.as_of_outside_data")]
    [InlineData(1, "evaluation.as_of_outside_data")]
    [InlineData(0, "evaluation.nothing_later")]
    public async Task Evaluation_OfADayThatTheDataCannotTell_SaysWhy(int days, string code)
    {
        var night = await SampleNight.OfAsync(Students, 20);
        await using var host = await StartAsync(night);

        var evaluation = await EvaluateAsync(host, new EvaluationRequest(null, null, night.AsOf.AddDays(days)));

        Assert.Equal((EvaluationState.Failed, code, null), (evaluation.State, evaluation.ReasonCode, evaluation.Report));
        Assert.NotNull(evaluation.Reason);
    }

    [Fact]
    public async Task Evaluation_OfVersionsThatAreNotThere_IsNotBegun()
    {
        await using var host = await StartAsync(await SampleNight.OfAsync(Students, 20));

        Assert.Null(await host.Get<Evaluations>().RequestAsync(host.District, new EvaluationRequest(7, null, null), "a", host.Token));
        Assert.Null(await host.Get<Evaluations>().RequestAsync(host.District, new EvaluationRequest(1, 0, null), "a", host.Token));
        Assert.Null(await host.Get<Evaluations>().FindAsync(host.District, "evaluation-x", host.Token));
    }

    [Fact]
    public async Task Evaluation_ThatFails_SaysSoAndLeavesNothing()
    {
        await using var host = await StartAsync(await SampleNight.OfAsync(Students, 20));
        var asked = (await host.Get<Evaluations>().RequestAsync(host.District, new EvaluationRequest(null, null, null), "a", host.Token))!;
        var run = new EvaluationRun(asked.District, asked.Id);
        await host.Get<EvaluationPreparation>().RunAsync(run, host.Token);

        await host.Get<EvaluationCompletion>().FailAsync(run, "System.IO.IOException", host.Token);

        var found = (await host.Get<Evaluations>().FindAsync(host.District, asked.Id, host.Token))!;
        Assert.Equal((EvaluationState.Failed, "evaluation.failed"), (found.State, found.ReasonCode));
        Assert.Contains("System.IO.IOException", found.Reason, StringComparison.Ordinal);
        Assert.Equal(0, await LeftAsync(host));
        Assert.Equal(0, (await host.Get<EvaluationPreparation>().RunAsync(run, host.Token)).ShardCount);
    }

    private async Task<PipelineHost> StartAsync(SampleNight night)
    {
        var bytes = night.Package.Files.Values.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text));
        var host = new PipelineHost(azurite.ConnectionString, shardBytes: (bytes / 3) + 1);
        await host.RegisterAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        return host;
    }

    /// <summary>The steps of the orchestration, each done twice.</summary>
    private static async Task<Evaluation> EvaluateAsync(PipelineHost host, EvaluationRequest request)
    {
        var asked = (await host.Get<Evaluations>().RequestAsync(host.District, request, "a person", host.Token))!;
        Assert.Equal(EvaluationState.Running, (await host.Get<Evaluations>().FindAsync(host.District, asked.Id, host.Token))!.State);
        var run = new EvaluationRun(asked.District, asked.Id);
        await host.Get<EvaluationPreparation>().RunAsync(run, host.Token);
        var shards = (await host.Get<EvaluationPreparation>().RunAsync(run, host.Token)).ShardCount;
        for (var shard = 0; shard < 2 * shards; shard++)
        {
            await host.Get<ShardEvaluation>().RunAsync(run, shard / 2, host.Token);
        }

        await host.Get<EvaluationCompletion>().RunAsync(run, shards, host.Token);
        await host.Get<EvaluationCompletion>().RunAsync(run, shards, host.Token);
        Assert.Equal(0, await LeftAsync(host));
        var done = (await host.Get<Evaluations>().FindAsync(host.District, asked.Id, host.Token))!;
        Assert.Equal("a person", done.RequestedBy);
        return done;
    }

    /// <summary>How many files of work in progress there are.</summary>
    private static async Task<int> LeftAsync(PipelineHost host)
    {
        var prefix = $"{host.District.State}/{host.District.LocalId}/evaluations/";
        var left = 0;
        await foreach (var blob in host.Get<IBlobStore>().ListAsync(CuratedPaths.Container, prefix, host.Token))
        {
            left += blob.Path[prefix.Length..].Contains('/', StringComparison.Ordinal) ? 1 : 0;
        }

        return left;
    }

    private static async Task<List<StudentBody>> BodiesAsync(PipelineHost host, SampleNight night)
    {
        var bodies = new List<StudentBody>();
        foreach (var id in night.Ids)
        {
            var key = await host.Get<StudentReader>().LookUpAsync(host.District, id, host.Token);
            bodies.Add((await host.Get<StudentReader>().FindAsync(host.District, key!, host.Token))!.Value.Deserialize(PipelineJson.Default.StudentBody)!);
        }

        return bodies;
    }

    private static bool? Failing(StudentBody body, DateOnly after) =>
        body.Facts.FirstOrDefault(fact => fact.Indicator == IndicatorIds.CourseFailures && fact.SchoolSourcedId is null) is { Missing: MissingEvidence.None } fact && fact.To > after
            ? fact.Numerator > 0
            : null;

    private static HashSet<string> Dropouts(SampleNight night, DateOnly after)
    {
        var header = night.Package.Files["schoolEnrollments.csv"].Split('\n')[0].TrimEnd('\r').Split(',');
        var (user, exit, type) = (Array.IndexOf(header, "userSourcedId"), Array.IndexOf(header, "exitWithdrawDate"), Array.IndexOf(header, "exitWithdrawType"));
        return night.Package.Rows("schoolEnrollments.csv").Select(row => row.Split(','))
            .Where(cells => cells[type] == "Dropout" && DateOnly.ParseExact(cells[exit], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) is var day && day > after && day <= night.AsOf)
            .Select(cells => cells[user]).ToHashSet(StringComparer.Ordinal);
    }

    private static void AssertRules(ReportedOutcome outcome, List<StudentBody> before, Dictionary<string, bool?> outcomes)
    {
        var seen = 0;
        foreach (var rule in outcome.Rules)
        {
            var verdicts = before.Where(body => outcomes.ContainsKey(body.SourcedId))
                .Select(body => (body, status: body.Verdicts.Single(verdict => verdict.MilestoneId == rule.Milestone).Status)).ToList();
            Assert.Equal(Count(verdicts), rule.Counts);
            foreach (var subgroup in rule.Subgroups)
            {
                Assert.Equal(Count(verdicts.Where(one => one.body.Groups.Contains(subgroup.Group))), subgroup.Counts);
                seen++;
            }

            ConfusionCounts Count(IEnumerable<(StudentBody Body, VerdictStatus Status)> of) => of.Aggregate(default(ConfusionCounts), (sum, one) => sum.Merge(
                one.Status == VerdictStatus.NotApplicable ? new() { NotApplicable = 1 }
                : one.Status == VerdictStatus.NotEnoughData ? new() { NotEnoughData = 1 }
                : (outcomes[one.Body.SourcedId], one.Status == VerdictStatus.OffTrack || (one.Status == VerdictStatus.AtRisk && rule.FlaggedFrom == VerdictStatus.AtRisk)) switch
                {
                    (true, true) => new() { TruePositives = 1 },
                    (true, false) => new() { FalseNegatives = 1 },
                    (false, true) => new() { FalsePositives = 1 },
                    (false, false) => new() { TrueNegatives = 1 },
                    _ => new() { NoOutcome = 1 },
                }));
        }

        Assert.True(outcome.Rules.Count >= 6 && seen > 50, "Too few rules or subgroups were compared.");
    }
}
