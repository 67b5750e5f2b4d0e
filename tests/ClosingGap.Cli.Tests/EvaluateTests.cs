namespace ClosingGap.Cli.Tests;

public sealed class EvaluateTests
{
    private const string Start = "POST /api/v1/districts/TX-1/evaluations";
    private const string Get = "GET /api/v1/districts/TX-1/evaluations/evaluation-1";

    private const string Done = """
        {"id":"evaluation-1","district":"TX-1","state":"Done","version":3,"outcomeVersion":9,"report":{"asOf":"2025-12-31","schoolYear":2026,
        "outcomesAsOf":"2027-06-04","outcomeSchoolYear":2027,"outcomes":[{"outcome":"failing-courses","students":1200,"adverse":300,"notAdverse":700,
        "rules":[{"milestone":"chronic-absence","version":1,"flaggedFrom":"AtRisk","quality":{"precision":{"count":60,"of":80,"share":0.75,"low":0.65,"high":0.83},
        "recall":{"count":60,"of":300,"share":0.2,"low":0.16,"high":0.25},"falseAlarmRate":{"count":20,"of":700,"share":0.0286,"low":0.02,"high":0.04},
        "shareFlagged":{"count":80,"of":1000,"share":0.08,"low":0.06,"high":0.1},"lift":2.5},
        "subgroups":[{"group":"sex:female","tooFewToSay":false,"quality":{"recall":{"count":10,"of":100,"share":0.1,"low":0.05,"high":0.17}},
        "recallGap":{"difference":0.15,"low":0.05,"high":0.22}},{"group":"race:Asian","tooFewToSay":true}]}],
        "sweeps":[{"indicator":"attendance.rate","isShare":true,"thresholds":[{"numerator":8,"denominator":100,"quality":{}}]},
        {"indicator":"discipline.suspensionDays","isShare":false,"thresholds":[{"numerator":1,"denominator":2,"quality":{}}]}]}]}}
        """;

    [Fact]
    public async Task Evaluate_WaitsAndTellsEachRuleAndThreshold()
    {
        await using var service = new FakeService()
            .On(Start, new FakeService.Answer(202, """{"id":"evaluation-1","state":"Running","version":3,"outcomeVersion":9}"""))
            .On(Get, new FakeService.Answer(200, """{"id":"evaluation-1","state":"Running","version":3,"outcomeVersion":9}"""), new FakeService.Answer(200, Done));

        var run = await Run.OfAsync("evaluate", "--state", "TX", "--district", "1", "--as-of", "2025-12-31", "--version-of-data", "3", "--subgroups", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal("""{"asOf":"2025-12-31","version":3}""", string.Concat(service.Requests.First().Body.Where(character => !char.IsWhiteSpace(character))));
        foreach (var told in new[] { "came to 300 of 1,000 students; of 200 more it is not known", "75 % [65–83]", "20 % [16–25]", "sex:female", "15 [5 to 22]", "8 %", "0.5", "version 9" })
        {
            Assert.Contains(told, run.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("race:Asian", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_ThatFails_SaysWhy()
    {
        await using var service = new FakeService().On(
            Start, new FakeService.Answer(202, """{"id":"evaluation-1","state":"Failed","version":3,"outcomeVersion":9,"reasonCode":"evaluation.nothing_later","reason":"Nothing is known."}"""));

        var run = await Run.OfAsync("evaluate", "--state", "TX", "--district", "1", "--url", service.Url);

        Assert.Equal((ExitCodes.Rejected, "Nothing is known. [evaluation.nothing_later]"), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Evaluate_AsJson_GivesTheReport()
    {
        await using var service = new FakeService().On(Start, new FakeService.Answer(202, Done));

        var run = await Run.OfAsync("evaluate", "--state", "TX", "--district", "1", "--json", "--url", service.Url);

        using var report = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal(2.5, report.RootElement.GetProperty("outcomes")[0].GetProperty("rules")[0].GetProperty("quality").GetProperty("lift").GetDouble());
    }
}
