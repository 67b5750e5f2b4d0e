using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class RollupHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string State = "v1/states/TX";
    private const string Measure = State + "/measures/indicator.chronicAbsence";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rollup_FromItsStartToItsRelease_IsReadAtEveryStep()
    {
        await app.RegisterAsync("TX-310001");
        await app.RegisterAsync("TX-310002");
        await app.UntilAsync(await app.DropSampleAsync("310001", 60, "night"), "Published");
        Assert.Equal("state.nothing_released", (await ProblemAsync(HttpMethod.Get, State, HttpStatusCode.NotFound)).GetProperty("code").GetString());

        using var started = await app.Http.PostAsJsonAsync(State + "/rollups", new { by = "me" }, Token);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var address = started.Headers.Location!.ToString()["/api/".Length..];
        var rollup = await UntilAsync(address, found => found.GetProperty("rollup").GetProperty("state").GetString() is "Candidate" or "Failed");

        Assert.Equal("Candidate", rollup.GetProperty("rollup").GetProperty("state").GetString());
        Assert.Equal("me", rollup.GetProperty("rollup").GetProperty("by").GetString());
        Assert.Equal(["TX-310001", "TX-310002"], rollup.GetProperty("districts").EnumerateArray().Select(district => district.GetProperty("district").GetString()));
        Assert.Equal("Missing", rollup.GetProperty("districts")[1].GetProperty("status").GetString());
        Assert.Equal(1, rollup.GetProperty("rollup").GetProperty("counts").GetProperty("missing").GetInt32());
        var list = await app.Http.GetFromJsonAsync<JsonElement>(State + "/rollups?pageSize=1", Token);
        Assert.Single(list.GetProperty("rollups").EnumerateArray());

        Assert.Equal("release.reason_missing", (await ProblemAsync(HttpMethod.Post, address + "/release", HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        using var released = await app.Http.PostAsJsonAsync(address + "/release", new { reason = "First figures" }, Token);
        Assert.Equal(HttpStatusCode.Accepted, released.StatusCode);
        await UntilAsync(released.Headers.Location!.ToString()["/api/".Length..], found => found.GetProperty("state").GetString() is "Released" or "Failed");

        var state = await UntilAsync(State, found => found.TryGetProperty("release", out _));
        Assert.Equal("release-TX-1", state.GetProperty("release").GetProperty("id").GetString());
        using var answer = await app.Http.GetAsync(Measure + "?level=state&dimension=sex", Token);
        Assert.Equal("\"v1\"", answer.Headers.ETag!.Tag);
        var measure = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        var values = measure.GetProperty("organisations")[0].GetProperty("values").EnumerateArray().ToList();
        Assert.Equal("all", values[0].GetProperty("group").GetString());
        Assert.Contains(values[0].GetProperty("percent").GetProperty("status").GetString(), (string[])["Exact", "Range", "Suppressed"]);
        using var again = new HttpRequestMessage(HttpMethod.Get, Measure + "?level=state&dimension=sex") { Headers = { { "If-None-Match", "\"v1\"" } } };
        using var unchanged = await app.Http.SendAsync(again, Token);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        var schools = await app.Http.GetFromJsonAsync<JsonElement>(Measure + "?level=school&district=TX-310001&pageSize=1", Token);
        Assert.Single(schools.GetProperty("organisations").EnumerateArray());
        Assert.Equal("query.invalid", (await ProblemAsync(HttpMethod.Get, Measure + "?level=planet", HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        await ProblemAsync(HttpMethod.Get, State + "/measures/milestone.none", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Requests_OfWhatIsNotThere_AreToldSo()
    {
        Assert.Equal("state.unknown", (await ProblemAsync(HttpMethod.Post, "v1/states/ZZ/rollups", HttpStatusCode.NotFound)).GetProperty("code").GetString());
        Assert.Equal("rollup.unknown", (await ProblemAsync(HttpMethod.Get, "v1/states/TX/rollups/rollup-VT-20261129", HttpStatusCode.NotFound)).GetProperty("code").GetString());
        Assert.Equal("release.unknown", (await ProblemAsync(HttpMethod.Get, "v1/states/TX/releases/9", HttpStatusCode.NotFound)).GetProperty("code").GetString());
        Assert.Equal("calendar.unknown", (await ProblemAsync(HttpMethod.Get, "v1/states/ZZ/calendar", HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Calendar_ThatIsValid_IsKeptUntilAnotherOneIs()
    {
        await app.RegisterAsync("VT-1");
        const string Address = "v1/states/VT/calendar";
        using var put = await app.Http.PutAsJsonAsync(Address, new { dates = new[] { new { date = "2027-03-01", label = "Spring" }, new { date = "2026-12-01", label = "Fall" } }, rules = new { ruleSet = "default", minimumStudents = 12 } }, Token);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var wrong = await app.Http.PutAsJsonAsync(Address, new { dates = Array.Empty<object>(), rules = new { ruleSet = "none" } }, Token);
        Assert.Equal("calendar.invalid", (await AppFixture.ProblemAsync(wrong, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        using var small = await app.Http.PutAsJsonAsync(Address, new { rules = new { ruleSet = "default", minimumStudents = 1 } }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, small.StatusCode);

        var kept = await app.Http.GetFromJsonAsync<JsonElement>(Address, Token);

        Assert.Equal((1, "Fall", 12), (kept.GetProperty("version").GetInt32(), kept.GetProperty("dates")[0].GetProperty("label").GetString(), kept.GetProperty("rules").GetProperty("minimumStudents").GetInt32()));
    }

    private async Task<JsonElement> ProblemAsync(HttpMethod method, string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(method, address);
        using var answer = await app.Http.SendAsync(request, Token);
        return await AppFixture.ProblemAsync(answer, status);
    }

    private async Task<JsonElement> UntilAsync(string address, Func<JsonElement, bool> holds)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromMinutes(4));
        while (true)
        {
            using var answer = await app.Http.GetAsync(address, deadline.Token);
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<JsonElement>(deadline.Token) is var found && holds(found))
            {
                return found;
            }

            await Task.Delay(100, deadline.Token);
        }
    }
}
