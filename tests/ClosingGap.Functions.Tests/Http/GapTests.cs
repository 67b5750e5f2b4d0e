using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class GapTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gaps_OfAPublishedDistrict_AreReadWithTheVersionAsETag()
    {
        await ProblemIsAsync("TX-300001", "?dimension=race", HttpStatusCode.NotFound, "district.unknown");
        await app.RegisterAsync("TX-300001");
        await ProblemIsAsync("TX-300001", "?dimension=race", HttpStatusCode.NotFound, "district.nothing_published");
        await app.UntilAsync(await app.DropSampleAsync("300001", 120, "night"), "Published");

        using var first = await app.Http.GetAsync("v1/districts/TX-300001/gaps?dimension=race", Token);
        Assert.Equal((HttpStatusCode.OK, "\"v1\""), (first.StatusCode, first.Headers.ETag!.ToString()));
        var gaps = await first.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(("race", true, "White", "AsOf"), (Text(gaps, "dimension"), gaps.GetProperty("isPartition").GetBoolean(), Text(gaps, "reference"), Text(gaps, "membership")));
        Assert.Equal(gaps.GetProperty("students").GetInt64(), gaps.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("students").GetInt64()));
        var measures = gaps.GetProperty("measures").EnumerateArray().ToDictionary(one => Text(one.GetProperty("measure"), "id"), StringComparer.Ordinal);
        Assert.False(measures["milestone.chronic-absence"].GetProperty("measure").GetProperty("adverse").GetBoolean());
        Assert.True(measures["attendance.chronic"].GetProperty("measure").GetProperty("adverse").GetBoolean());

        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/districts/TX-300001/gaps?dimension=race");
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"v1\"");
        using var again = await app.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        var district = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-300001", Token);
        var school = Text(district.GetProperty("schools")[0], "school");
        var one = await app.Http.GetFromJsonAsync<JsonElement>($"v1/districts/TX-300001/gaps?dimension=sex&measure=attendance.chronic&school={school}", Token);
        Assert.Equal((school, 1), (Text(one, "school"), one.GetProperty("measures").GetArrayLength()));

        await ProblemIsAsync("TX-300001", "", HttpStatusCode.BadRequest, "gap.unknown_dimension");
        await ProblemIsAsync("TX-300001", "?dimension=school", HttpStatusCode.BadRequest, "gap.unknown_dimension");
        await ProblemIsAsync("TX-300001", "?dimension=race%2Bsex", HttpStatusCode.BadRequest, "gap.unknown_dimension");
        await ProblemIsAsync("TX-300001", "?dimension=race&measure=happiness", HttpStatusCode.BadRequest, "gap.unknown_measure");
        await ProblemIsAsync("TX-300001", "?dimension=race&school=nowhere", HttpStatusCode.NotFound, "school.unknown");
    }

    private async Task ProblemIsAsync(string district, string query, HttpStatusCode status, string code)
    {
        using var answer = await app.Http.GetAsync($"v1/districts/{district}/gaps{query}", Token);
        Assert.Equal(code, (await AppFixture.ProblemAsync(answer, status)).GetProperty("code").GetString());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
