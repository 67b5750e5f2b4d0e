namespace ClosingGap.Cli.Tests;

public sealed class RollupTests
{
    private const string Rollup = "rollup-TX-20261129-1";

    private const string Candidate = """
        {"rollup":{"id":"rollup-TX-20261129-1","stateCode":"TX","state":"Candidate","counts":{"districts":2,"late":1,"missing":0,"students":1234},
        "alerts":[{"code":"rollup.districts_late","text":"1 districts' figures are older than the limit."}]},
        "districts":[{"district":"TX-1","name":"One","status":"Late","asOf":"2026-11-20","students":1234,"isDeduplicated":true}]}
        """;

    [Fact]
    public async Task RollupStart_ThatWaits_TellsCountsAndAlerts()
    {
        await using var service = new FakeService()
            .On("POST /api/v1/states/TX/rollups", new FakeService.Answer(202, """{"id":"rollup-TX-20261129-1","state":"Running"}"""))
            .On($"GET /api/v1/states/TX/rollups/{Rollup}", new FakeService.Answer(200, Candidate));

        var run = await Run.OfAsync("rollup", "start", "--state", "TX", "--by", "me", "--wait", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("\"by\": \"me\"", service.Requests.First().Body, StringComparison.Ordinal);
        Assert.All((string[])["Started rollup-TX-20261129-1", "students 1,234", "rollup.districts_late"], told => Assert.Contains(told, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("missing", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RollupStatus_WithDistricts_ListsThem()
    {
        await using var service = new FakeService().On($"GET /api/v1/states/TX/rollups/{Rollup}", new FakeService.Answer(200, Candidate));

        var run = await Run.OfAsync("rollup", "status", Rollup, "--districts", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.All((string[])["TX-1", "Late", "2026-11-20"], told => Assert.Contains(told, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RollupStatus_WithUnprovenCells_NamesThemOnce()
    {
        const string Rest = """
            "districts":[{"district":"TX-1","name":"One","status":"Current","asOf":"2026-11-29","students":20,"isDeduplicated":true}],
            "unproven":[{"measure":"indicator.chronicAbsence","district":"TX-1","group":"sex:female"}]}
            """;
        const string Record = """{"rollup":{"id":"rollup-TX-20261129-1","stateCode":"TX","state":"Candidate","counts":{"districts":2},"alerts":[]},""";
        await using var service = new FakeService()
            .On($"GET /api/v1/states/TX/rollups/{Rollup}", new FakeService.Answer(200, Record + "\"next\":\"2\"," + Rest), new FakeService.Answer(200, Record + Rest));

        var run = await Run.OfAsync("rollup", "status", Rollup, "--districts", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("indicator.chronicAbsence", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split("sex:female").Length);
    }

    [Fact]
    public async Task RollupRelease_SendsTheReason()
    {
        await using var service = new FakeService().On(
            $"POST /api/v1/states/TX/rollups/{Rollup}/release",
            new FakeService.Answer(202, """{"id":"release-TX-2","number":2,"kind":"Correction","state":"Preparing","rollup":"rollup-TX-20261129-1"}"""));

        var run = await Run.OfAsync("rollup", "release", Rollup, "--reason", "A class was missing", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("A class was missing", service.Requests.Single().Body, StringComparison.Ordinal);
        Assert.Contains("release-TX-2", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rollup", "release", "rollup-tx-1", "--reason", "x")]
    [InlineData("rollup", "start", "--state", "Texas")]
    [InlineData("rollup", "release", "rollup-TX-20261129")]
    public async Task Rollup_OfAWrongArgument_SendsNothing(params string[] args)
    {
        await using var service = new FakeService();

        var run = await Run.OfAsync([.. args, "--url", service.Url]);

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task StateShow_OfAMeasure_SaysWhatIsKeptBack()
    {
        await using var service = new FakeService().On("GET /api/v1/states/TX/measures/indicator.chronicAbsence", new FakeService.Answer(200, """
            {"release":"release-TX-1","measure":"indicator.chronicAbsence","title":"Chronically absent","organisations":[{"level":"State","name":"TX","values":[
            {"group":"all","students":{"value":12345,"status":"Exact"},"percent":{"value":21,"status":"Exact"}},
            {"group":"sex:female","students":{"value":6000,"status":"Exact"},"percent":{"low":20,"high":29,"status":"Range"}},
            {"group":"sex:other","students":{"status":"Suppressed"},"percent":{"status":"Suppressed"}}]}]}
            """));

        var run = await Run.OfAsync("state", "show", "--state", "TX", "--measure", "indicator.chronicAbsence", "--level", "state", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.All((string[])["12,345", "21 %", "20–29 %", "Suppressed"], told => Assert.Contains(told, run.Output, StringComparison.Ordinal));
    }
}
