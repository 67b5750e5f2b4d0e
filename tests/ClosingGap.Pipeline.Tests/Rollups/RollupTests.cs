using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>A state's candidate: who is counted, once, and with which figures.</summary>
public sealed class RollupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Rollup_OfAStudentInTwoDistricts_CountsOnceWhereTheStudentBeganLast()
    {
        await using var world = await WorldAsync();
        var moved = new DateOnly(2026, 10, 5);
        await world.PublishAsync("001", 1, [.. world.Students("a", "A", 40), world.Student("both", "A", met: false, end: moved)]);
        await world.PublishAsync("002", 1, [.. world.Students("b", "B", 30), world.Student("both", "B", met: true, begin: moved)]);

        var rollup = await world.RollupAsync();

        Assert.Equal(RollupState.Candidate, rollup.State);
        Assert.Equal((71, 72, 1, 1), (rollup.Counts.Students, rollup.Counts.Contributions, rollup.Counts.InSeveralDistricts, rollup.Counts.TakenBack));
        Assert.Equal(new CountCell(71, 32 + 24 + 1), await world.CountAsync(rollup));
        Assert.Equal(new CountCell(40, 32), await world.CountAsync(rollup, "001"));
        Assert.Equal(new CountCell(40, 32), await world.CountAsync(rollup, "001", "A"));
        Assert.Equal(new CountCell(31, 25), await world.CountAsync(rollup, "002", "B"));
    }

    [Fact]
    public async Task Rollup_OfEveryCell_AddsUpInEveryLine()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, [.. world.Students("a", "A", 40), .. world.Students("shared", "A2", 20)]);
        await world.PublishAsync("002", 1, [.. world.Students("b", "B", 30), .. world.Students("shared", "B", 20)]);
        await world.PublishAsync("003", 1, world.Students("c", "C", 25).Select(line => line with { Groups = ["grade:10"] }));

        var rollup = await world.RollupAsync();

        var id = RollupId.Parse(rollup.Id);
        var blobs = world.Host.Get<IBlobStore>();
        var table = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, world.Token);
        var cells = (await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Counts(id, StateWorld.Chronic), PipelineJson.Default.MeasureCounts, world.Token)).ToCells();
        Assert.All(table.Lines(), line =>
        {
            Assert.Equal(cells[line.Total].Students, line.Parts.Sum(part => cells[part].Students));
            Assert.Equal(cells[line.Total].Outcomes, line.Parts.Sum(part => cells[part].Outcomes));
        });
        Assert.Equal(115, cells[0].Students);
        Assert.Equal(["all", "grade:09", "grade:10", "sex:female", "sex:male", "sex:notReported"], table.Groups);
        Assert.Equal(25, (await world.CountAsync(rollup, group: "sex:notReported")).Students);
    }

    [Fact]
    public async Task Rollup_OfADistrictWithoutStateIds_CountsItsStudentsAndSaysSo()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 40));
        await world.PublishAsync("002", 1, world.Students("a", "B", 40), isDeduplicated: false);

        var rollup = await world.RollupAsync();

        Assert.Equal((80, 0, 1), (rollup.Counts.Students, rollup.Counts.TakenBack, rollup.Counts.NotDeduplicated));
        Assert.Contains(rollup.Alerts, alert => alert.Code == "rollup.not_deduplicated");
    }

    [Fact]
    public async Task Rollup_OfAnIdThatTwoStudentsOfADistrictShare_TakesNobodyBack()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, [.. world.Students("a", "A", 20), world.Student("same", "A"), world.Student("same", "A2")]);
        await world.PublishAsync("002", 1, [.. world.Students("b", "B", 20), world.Student("same", "B")]);

        var rollup = await world.RollupAsync();

        Assert.Equal((43, 0, 1), (rollup.Counts.Students, rollup.Counts.TakenBack, rollup.Counts.AmbiguousIds));
    }

    [Fact]
    public async Task Rollup_OfLateFailedAndMissingDistricts_TakesThePublishedVersionAndMarksIt()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 20));
        await world.PublishAsync("002", 1, world.Students("b", "B", 20), StateWorld.AsOf.AddDays(-3));
        await world.PublishAsync("003", 1, world.Students("c", "C", 20));
        await world.DropEndedAsync("003", DropState.Published);
        await world.DropEndedAsync("003", DropState.Rejected);
        await world.RegisterAsync("004");
        await world.PublishAsync("005", 1, world.Students("e", "E", 20));
        await world.DropEndedAsync("005", DropState.Failed);
        await world.DropEndedAsync("005", DropState.Published);

        var rollup = await world.RollupAsync();

        var details = await world.Host.Get<RollupReader>().FindAsync(RollupId.Parse(rollup.Id), null, 10, world.Token);
        Assert.Equal(
            [DistrictStatus.Current, DistrictStatus.Late, DistrictStatus.Failed, DistrictStatus.Missing, DistrictStatus.Current],
            details!.Districts.Select(district => district.Status));
        Assert.Equal(StateWorld.AsOf.AddDays(-3), details.Districts[1].AsOf);
        Assert.Equal((80, 5, 1, 1, 1), (rollup.Counts.Students, rollup.Counts.Districts, rollup.Counts.Late, rollup.Counts.Failed, rollup.Counts.Missing));
        Assert.Equal(["rollup.districts_failed", "rollup.districts_late", "rollup.districts_missing"], rollup.Alerts.Select(alert => alert.Code).Where(code => code.StartsWith("rollup.districts", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Rollup_RunAgain_StandsOnTheSameVersionsAndGivesTheSameBytes()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 40));
        await world.PublishAsync("002", 1, world.Students("a", "B", 33));
        var rollup = await world.RollupAsync();
        var before = await world.CandidateAsync(rollup);
        await world.PublishAsync("001", 2, world.Students("x", "A", 90));
        foreach (var file in before.Keys)
        {
            await world.Host.Get<IBlobStore>().DeleteAsync(RollupPaths.Container, RollupPaths.Candidate(RollupId.Parse(rollup.Id), 0) + file, world.Token);
        }

        world.Twice = true;
        await world.RunAsync(RollupId.Parse(rollup.Id));

        Assert.Equal(before, await world.CandidateAsync(rollup));
        Assert.Equal(6, before.Count);
        Assert.Equal(40, (await world.CountAsync(rollup)).Students);
    }

    [Fact]
    public async Task Rollup_ThatDiesBeforeAnyStep_EndsAsAnUndisturbedOne()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 40));
        await world.PublishAsync("002", 1, [.. world.Students("a", "B", 12), .. world.Students("b", "B2", 30)]);
        var expected = await world.CandidateAsync(await world.RollupAsync());
        foreach (var step in (string[])["prepare", "list", "count", "find", "takeBack", "build", "protect", "complete"])
        {
            var id = RollupId.Parse((await world.Host.Get<RollupRequests>().RequestAsync(StateWorld.State, "test", world.Starter, world.Token))!.Id);
            world.Before = name => _ = name == step ? throw new DeathException() : name;
            await Assert.ThrowsAsync<DeathException>(() => world.RunAsync(id));
            world.Before = null;
            await world.RunAsync(id);

            var ended = await world.FindAsync(id.ToString());
            Assert.Equal(RollupState.Candidate, ended.State);
            Assert.Equal(
                expected.Select(file => file.Value.Replace(id.ToString(), "", StringComparison.Ordinal)).Select(Normal),
                (await world.CandidateAsync(ended)).Select(file => file.Value.Replace(id.ToString(), "", StringComparison.Ordinal)).Select(Normal));
        }

        static string Normal(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\"rollup\":\"[^\"]*\"", "");
    }

    [Fact]
    public async Task Rollup_OfAMeasureThatADistrictDefinesOtherwise_LeavesTheDistrictOutOfIt()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 40));
        await world.PublishAsync("002", 1, world.Students("b", "B", 30));
        await world.PublishAsync("002", 2, world.Students("b", "B", 30), define: measure => measure.Id == StateWorld.Chronic ? measure with { Definition = "other" } : measure);

        var rollup = await world.RollupAsync();

        Assert.Equal(40, (await world.CountAsync(rollup)).Students);
        Assert.Equal(70, (await world.CountAsync(rollup, measure: StateMeasures.ChronicAbsence)).Students);
        Assert.Contains(rollup.Alerts, alert => alert.Code == "rollup.definitions_differ");
        await world.CorrectAsync(rollup.Id);
        var query = new MeasureQuery(OrganisationLevel.District, null, null, null, 10);
        var shown = (await world.Host.Get<StateReader>().FindAsync(StateWorld.State, StateWorld.Chronic, query, world.Token))!.Value.Organisations.Single(one => one.District == "TX-002");
        Assert.Equal([(StateTable.All, ValueStatus.NotReported, ValueStatus.NotReported)], shown.Values.Select(value => (value.Group, value.Students.Status, value.Percent.Status)));
        var lines = await world.Host.TextAsync(StateDataSets.Container, StateDataSets.Prefix(StateWorld.State, 1) + StateWorld.Chronic + ".csv");
        Assert.Contains("district,TX-002,,District 002,all,all,milestone.chronic-absence,,notReported,,,,notReported,", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollup_OfMoreThanOnePageOfDistricts_MergesInPassesAndMissesNone()
    {
        await using var world = await WorldAsync();
        for (var number = 0; number < 66; number++)
        {
            await world.PublishAsync(FormattableString.Invariant($"{number:000}"), 1, [.. world.Students(FormattableString.Invariant($"d{number}-"), "S", 3), world.Student("wanders" + (number % 33), "S")]);
        }

        var rollup = await world.RollupAsync();

        Assert.Equal((66, (66 * 3) + 33, 33, 33), (rollup.Counts.Districts, (int)rollup.Counts.Students, (int)rollup.Counts.InSeveralDistricts, (int)rollup.Counts.TakenBack));
    }

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        return world;
    }
}
