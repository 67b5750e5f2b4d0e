using System.Text.Json;

namespace ClosingGap.Cli.Tests;

public sealed class ServiceCommandTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Registration = """{"district":"TX-1","name":"One","timeZone":"America/Chicago","sources":[{"name":"sis","profile":"lenient"}],"profileVersion":1}""";

    [Fact]
    public async Task DistrictAdd_WithAProfile_RegistersThenUploadsIt()
    {
        using var folder = new TempFolder();
        folder.File("p.yaml", "name: p\nversion: 1\nconformance: strict\n");
        await using var service = new FakeService()
            .On("PUT /api/v1/districts/TX-1", new FakeService.Answer(201, Registration))
            .On("PUT /api/v1/districts/TX-1/profiles/sis", new FakeService.Answer(200, """{"path":"TX/1/sis.yaml"}"""))
            .On("GET /api/v1/districts/TX-1/registration", new FakeService.Answer(200, Registration));

        var run = await Run.InAsync(
            folder.Path, new Dictionary<string, string> { ["CLOSINGGAP_BASE_URL"] = service.Url, ["CLOSINGGAP_FUNCTION_KEY"] = "k" },
            "district", "add", "--state", "TX", "--district", "1", "--name", "One", "--time-zone", "America/Chicago", "--source", "lms:strict", "--profile", "p.yaml");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var requests = service.Requests.ToList();
        Assert.Equal(
            ["PUT /api/v1/districts/TX-1", "PUT /api/v1/districts/TX-1/profiles/sis", "GET /api/v1/districts/TX-1/registration"],
            requests.Select(request => request.Name));
        Assert.All(requests, request => Assert.Equal("k", request.Key));
        using var body = JsonDocument.Parse(requests[0].Body);
        Assert.Equal(
            ["lms:strict", "sis:lenient"],
            body.RootElement.GetProperty("sources").EnumerateArray().Select(source => $"{source.GetProperty("name").GetString()}:{source.GetProperty("profile").GetString()}"));
        Assert.StartsWith("name: p", requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("America/Chicago", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DistrictAdd_WithAnInvalidProfile_SendsNothing()
    {
        using var folder = new TempFolder();
        folder.File("p.yaml", "name: p\n");
        await using var service = new FakeService();

        var run = await Run.InAsync(
            folder.Path, null, "district", "add", "--state", "TX", "--district", "1", "--name", "One", "--time-zone", "UTC", "--profile", "p.yaml", "--url", service.Url);

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Refusal_WithAProblem_IsSaidInItsWords()
    {
        await using var service = new FakeService().On(
            $"POST /api/v1/drops/{Id}/decision",
            new FakeService.Answer(409, """{"title":"Not possible","status":409,"detail":"The drop is not held.","code":"drop.not_possible"}""", "application/problem+json"));

        var run = await Run.OfAsync("release", Id, "--by", "me", "--url", service.Url);

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        Assert.Equal("The drop is not held. [drop.not_possible]", run.Error.Trim());
        Assert.Contains("\"by\": \"me\"", Assert.Single(service.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("release", "Received")]
    [InlineData("discard", "Discarded")]
    [InlineData("redrive", "Received")]
    public async Task Decision_WithAReason_IsSentWithIt(string decision, string state)
    {
        await using var service = new FakeService()
            .On($"POST /api/v1/drops/{Id}/decision", new FakeService.Answer(200, $$"""{"id":"{{Id}}","state":"{{state}}"}"""));

        var run = await Run.OfAsync(decision, Id, "--by", "me", "--reason", "The school closed.", "--url", service.Url);

        Assert.Equal((ExitCodes.Done, $"{Id} is {state}"), (run.ExitCode, run.Output.Trim()));
        using var body = JsonDocument.Parse(Assert.Single(service.Requests).Body);
        Assert.Equal(
            [("decision", decision), ("by", "me"), ("reason", "The school closed.")],
            body.RootElement.EnumerateObject().Select(property => (property.Name, property.Value.GetString()!)));
    }

    [Fact]
    public async Task Decision_WithoutAReason_SendsNone()
    {
        await using var service = new FakeService()
            .On($"POST /api/v1/drops/{Id}/decision", new FakeService.Answer(200, $$"""{"id":"{{Id}}","state":"Discarded"}"""));

        await Run.OfAsync("discard", Id, "--by", "me", "--url", service.Url);

        Assert.DoesNotContain("reason", Assert.Single(service.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, ExitCodes.ServiceFault)]
    [InlineData(503, ExitCodes.ServiceFault)]
    [InlineData(401, ExitCodes.WrongUse)]
    [InlineData(404, ExitCodes.Rejected)]
    public async Task Refusal_WithoutAWord_EndsByItsStatus(int status, int exitCode)
    {
        await using var service = new FakeService().On($"GET /api/v1/drops/{Id}", new FakeService.Answer(status, "<html>", "text/html"));

        var run = await Run.OfAsync("status", Id, "--url", service.Url);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Status_OfAnotherServer_IsAServiceFault()
    {
        await using var service = new FakeService().On($"GET /api/v1/drops/{Id}", new FakeService.Answer(200, "hello"));

        var run = await Run.OfAsync("status", Id, "--url", service.Url);

        Assert.Equal(ExitCodes.ServiceFault, run.ExitCode);
        Assert.Contains("--url", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfADrop_IsCopiedLineByLine()
    {
        const string Lines = "{\"code\":\"a\"}\n{\"code\":\"b\"}\n";
        await using var service = new FakeService().On($"GET /api/v1/drops/{Id}/report", new FakeService.Answer(200, Lines, "application/x-ndjson"));

        var run = await Run.OfAsync("report", Id, "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(Lines, run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Status_OfADropThatIsJoinedToTheRoster_SaysWhomItFoundAndWhomNot()
    {
        await using var service = new FakeService().On($"GET /api/v1/drops/{Id}", new FakeService.Answer(200, $$"""
            {"id":"{{Id}}","district":"TX-1","source":"lms","state":"Published","version":3,"asOf":"2026-05-18",
            "joins":{"studentsJoined":1049,"studentsNotJoined":3,"studentsAmbiguous":1,"studentsWithoutId":2,"sectionsJoined":6,"sectionsNotJoined":4} }
            """));

        var run = await Run.OfAsync("status", Id, "--url", service.Url);

        Assert.Contains(
            "Joined    1,049 students, 6 sections; not joined 3 students, 1 ambiguous, 2 without an id, 4 sections", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_WithWait_FollowsTheDropThatItStarted()
    {
        await using var service = new FakeService()
            .On("POST /api/v1/districts/TX-1/rebuild", new FakeService.Answer(202, $$"""{"dropId":"{{Id}}"}"""))
            .On($"GET /api/v1/drops/{Id}", new FakeService.Answer(200, $$"""
                {"id":"{{Id}}","kind":"Rebuild","district":"TX-1","source":"rebuild","state":"Published","version":3,"asOf":"2026-05-18","counts":{"students":5,"documentsWritten":2,"documentsUnchanged":3},
                "rules":[{"code":"row.invalid_date","severity":"error","count":4,"file":"a.csv","column":"date","firstRows":[2,3,9],"fix":"Write dates as 2026-05-27."}]}
                """));

        var run = await Run.OfAsync("rebuild", "--state", "TX", "--district", "1", "--wait", "--interval", "0.05", "--url", service.Url);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("Version   3, as of 2026-05-18", run.Output, StringComparison.Ordinal);
        Assert.Contains("Students  5; documents 2 written, 3 unchanged, 0 removed", run.Output, StringComparison.Ordinal);
        Assert.Contains("error: row.invalid_date, 4 times in a.csv, column date, first in rows 2, 3, 9", run.Output, StringComparison.Ordinal);
    }
}
