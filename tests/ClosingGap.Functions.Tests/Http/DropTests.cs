using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class DropTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drop_OfANight_IsPublishedAndReadByEveryRoute()
    {
        await app.RegisterAsync("TX-200001");
        var sample = await app.SampleAsync("200001", 120);
        using var before = await app.Http.GetAsync("v1/districts/TX-200001", Token);
        Assert.Equal("district.nothing_published", (await AppFixture.ProblemAsync(before, HttpStatusCode.NotFound)).GetProperty("code").GetString());

        var dropId = await app.DropSampleAsync("200001", 120, "night");
        var drop = await app.UntilAsync(dropId, "Published", "Rejected", "Held", "Failed");
        Assert.Equal("Published", drop.GetProperty("state").GetString());

        var district = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-200001", Token);
        var truth = JsonDocument.Parse(await File.ReadAllTextAsync(sample.Truth, Token)).RootElement.GetProperty("totals");
        Assert.Equal(truth.GetProperty("chronic").GetInt64(), district.GetProperty("figures").GetProperty("attendance").GetProperty("chronic").GetInt64());
        Assert.Equal(truth.GetProperty("active").GetInt64(), district.GetProperty("figures").GetProperty("active").GetInt64());
        Assert.NotEmpty(district.GetProperty("groups").EnumerateObject());
        await SchoolsAsync(district);
        await StudentsAsync(sample.TruthStudents);
        await ListsAsync(dropId);
        await EvaluationAsync();
        NothingPrivateIsLogged(sample.TruthStudents);
    }

    [Fact]
    public async Task Get_WithTheETagOfThePublishedVersion_AnswersNotModified()
    {
        await app.RegisterAsync("TX-200002");
        await app.UntilAsync(await app.DropSampleAsync("200002", 40, "night"), "Published");
        using var first = await app.Http.GetAsync("v1/districts/TX-200002", Token);
        var tag = first.Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync($"{tag}"));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync($"\"other\", W/{tag}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("\"other\""));

        async Task<HttpStatusCode> StatusAsync(string known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "v1/districts/TX-200002");
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
            using var response = await app.Http.SendAsync(request, Token);
            Assert.Equal(tag, response.Headers.ETag);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Drop_ThatIsNoZip_IsRejectedWithItsReason()
    {
        await app.RegisterAsync("TX-200003");
        using var content = new MemoryStream("not a zip"u8.ToArray());

        var drop = await app.UntilAsync(await app.DropAsync("TX/200003/sis/broken.zip", content, null), "Rejected");

        Assert.NotEmpty(drop.GetProperty("reasonCode").GetString()!);
        Assert.NotEmpty(drop.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task Rebuild_OfADistrict_PublishesTheSameAgain()
    {
        await app.RegisterAsync("TX-200005");
        using var early = await app.Http.PostAsync("v1/districts/TX-200005/rebuild", null, Token);
        Assert.Equal("district.nothing_published", (await AppFixture.ProblemAsync(early, HttpStatusCode.NotFound)).GetProperty("code").GetString());
        await app.UntilAsync(await app.DropSampleAsync("200005", 60, "night"), "Published");
        var before = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-200005", Token);

        using var response = await app.Http.PostAsync("v1/districts/TX-200005/rebuild", null, Token);
        var dropId = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("dropId").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($"/api/v1/drops/{dropId}", response.Headers.Location?.ToString());
        var rebuilt = await app.UntilAsync(dropId, "Published", "Rejected", "Failed");

        Assert.Equal("Published", rebuilt.GetProperty("state").GetString());
        var after = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-200005", Token);
        Assert.Equal(before.GetProperty("figures").GetRawText(), after.GetProperty("figures").GetRawText());
        Assert.True(after.GetProperty("version").GetInt64() > before.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("v1/drops/0123456789abcdef0123456789abcdef", "drop.unknown")]
    [InlineData("v1/drops/no-drop", "drop.unknown")]
    [InlineData("v1/drops/no-drop/report", "report.none")]
    [InlineData("v1/districts/TX-299999", "district.unknown")]
    [InlineData("v1/districts/texas", "district.unknown")]
    [InlineData("v1/districts/TX-299999/drops", "district.unknown")]
    [InlineData("v1/districts/TX-299999/schools/S1", "school.unknown")]
    [InlineData("v1/districts/TX-299999/schools/S1/caseload?page=x", "school.unknown")]
    [InlineData("v1/districts/TX-299999/students/abc", "student.unknown")]
    public async Task Get_OfWhatIsNotThere_SaysSo(string path, string code)
    {
        using var response = await app.Http.GetAsync(path, Token);

        Assert.Equal(code, (await AppFixture.ProblemAsync(response, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private async Task SchoolsAsync(JsonElement district)
    {
        var school = district.GetProperty("schools")[0].GetProperty("school").GetString();
        var summary = await app.Http.GetFromJsonAsync<JsonElement>($"v1/districts/TX-200001/schools/{school}", Token);
        Assert.Equal(district.GetProperty("version").GetInt64(), summary.GetProperty("version").GetInt64());
        var page = await app.Http.GetFromJsonAsync<JsonElement>($"v1/districts/TX-200001/schools/{school}/caseload?page=1", Token);
        var priorities = page.GetProperty("students").EnumerateArray().Select(student => student.GetProperty("priority").GetInt32()).ToList();
        Assert.Equal(priorities.OrderDescending(), priorities);
        using var beyond = await app.Http.GetAsync($"v1/districts/TX-200001/schools/{school}/caseload?page=999", Token);
        Assert.Equal("school.unknown", (await AppFixture.ProblemAsync(beyond, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private async Task StudentsAsync(string truth)
    {
        using var line = JsonDocument.Parse(File.ReadLines(truth, Encoding.UTF8).First());
        var sourcedId = line.RootElement.GetProperty("sourcedId").GetString();
        using var found = await app.Http.PostAsJsonAsync("v1/districts/TX-200001/students/lookup", new { sourcedId }, Token);
        var url = (await found.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("url").GetString()!;
        Assert.DoesNotContain(sourcedId!, url, StringComparison.Ordinal);
        using var response = await app.Http.GetAsync(new Uri(url, UriKind.Relative), Token);
        var student = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(sourcedId, student.GetProperty("sourcedId").GetString());
        Assert.Equal($"\"v{student.GetProperty("version").GetRawText()}-en\"", response.Headers.ETag?.ToString());
        Assert.All(student.GetProperty("verdicts").EnumerateArray(), verdict => Assert.EndsWith(".", verdict.GetProperty("studentSentence").GetString(), StringComparison.Ordinal));
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative)) { Headers = { { "Accept-Language", "fr, es-MX;q=0.8, en;q=0.2" } } };
        using var spanish = await app.Http.SendAsync(asked, Token);
        var translated = await spanish.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(("es", "Asistencia regular"), (translated.GetProperty("language").GetString(), translated.GetProperty("verdicts")[0].GetProperty("title").GetString()));
        Assert.EndsWith("-es\"", spanish.Headers.ETag?.ToString(), StringComparison.Ordinal);
        Assert.Equal(new CacheControlHeaderValue { Private = true, NoCache = true }, response.Headers.CacheControl);
        await FlagsAsync(url);
        using var unknown = await app.Http.PostAsJsonAsync("v1/districts/TX-200001/students/lookup", new { sourcedId = "nobody" }, Token);
        Assert.Equal("student.unknown", (await AppFixture.ProblemAsync(unknown, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private async Task ListsAsync(string dropId)
    {
        var list = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-200001/drops", Token);
        Assert.Equal(dropId, Assert.Single(list.GetProperty("drops").EnumerateArray()).GetProperty("dropId").GetString());
        using var report = await app.Http.GetAsync($"v1/drops/{dropId}/report", Token);
        Assert.Equal("application/x-ndjson", report.Content.Headers.ContentType?.MediaType);
    }

    private async Task EvaluationAsync()
    {
        using var started = await app.Http.PostAsJsonAsync("v1/districts/TX-200001/evaluations", new { by = "a person" }, Token);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var address = started.Headers.Location!.ToString()["/api/".Length..];
        var evaluation = await app.ReadUntilAsync(address, "Done", "Failed");

        Assert.Equal(("Done", "a person"), (evaluation.GetProperty("state").GetString(), evaluation.GetProperty("requestedBy").GetString()));
        var outcomes = evaluation.GetProperty("report").GetProperty("outcomes").EnumerateArray().ToList();
        Assert.Equal(["failing-courses", "not-graduating"], outcomes.Select(outcome => outcome.GetProperty("outcome").GetString()));
        Assert.NotEmpty(outcomes[0].GetProperty("rules").EnumerateArray());
        using var other = await app.Http.PostAsJsonAsync("v1/districts/TX-200001/evaluations", new { version = 99 }, Token);
        Assert.Equal("evaluation.no_version", (await AppFixture.ProblemAsync(other, HttpStatusCode.NotFound)).GetProperty("code").GetString());
        using var unknown = await app.Http.GetAsync("v1/districts/TX-200001/evaluations/none", Token);
        Assert.Equal("evaluation.unknown", (await AppFixture.ProblemAsync(unknown, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private void NothingPrivateIsLogged(string truth)
    {
        var log = string.Join('\n', app.Log);
        foreach (var line in File.ReadLines(truth))
        {
            using var student = JsonDocument.Parse(line);
            Assert.False(log.Contains(student.RootElement.GetProperty("sourcedId").GetString()!, StringComparison.Ordinal), "The log holds a student's id.");
        }
    }

    /// <summary>A figure is flagged twice, listed with rule and file, closed once; the verdict stays.</summary>
    private async Task FlagsAsync(string student)
    {
        var before = await app.Http.GetStringAsync(new Uri(student, UriKind.Relative), Token);
        var flag = new { milestone = "chronic-absence", by = "A teacher", note = "The field trip was no absence." };
        using var raised = await app.Http.PostAsJsonAsync(student + "/flags", flag, Token);
        using var again = await app.Http.PostAsJsonAsync(student + "/flags", flag, Token);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (raised.StatusCode, again.StatusCode));
        var listed = Assert.Single((await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-200001/flags", Token)).GetProperty("flags").EnumerateArray());
        Assert.Equal(("chronic-absence", 1, "attendance.rate"), (listed.GetProperty("milestone").GetString(), listed.GetProperty("milestoneVersion").GetInt32(), listed.GetProperty("indicators")[0].GetString()));
        Assert.Contains(listed.GetProperty("sources").EnumerateArray(), source => source.GetProperty("file").GetString() == "attendance.csv" && source.GetProperty("dropId").GetString()!.Length > 0);
        var close = $"v1/districts/TX-200001/flags/{listed.GetProperty("id").GetString()}/close";
        using var closed = await app.Http.PostAsJsonAsync(close, new { by = "Data staff", resolution = "Corrected in the SIS." }, Token);
        Assert.Equal("Data staff", (await closed.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("closedBy").GetString());
        Assert.Equal(before, await app.Http.GetStringAsync(new Uri(student, UriKind.Relative), Token));
        using var nothing = await app.Http.PostAsJsonAsync(student + "/flags", flag with { milestone = "nowhere" }, Token);
        Assert.Equal("flag.no_figure", (await AppFixture.ProblemAsync(nothing, HttpStatusCode.NotFound)).GetProperty("code").GetString());
        using var incomplete = await app.Http.PostAsJsonAsync(student + "/flags", flag with { by = "" }, Token);
        Assert.Equal("flag.invalid", (await AppFixture.ProblemAsync(incomplete, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }
}
