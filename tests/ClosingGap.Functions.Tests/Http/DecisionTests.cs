using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class DecisionTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Unknown = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drop_ThatRemovesMostStudents_WaitsForADecisionAndGoesOnWhenReleased()
    {
        await app.RegisterAsync("TX-200004");
        var first = await app.DropSampleAsync("200004", 150, "night-1");
        await app.UntilAsync(first, "Published");
        var second = await app.DropSampleAsync("200004", 30, "night-2");
        var held = await app.UntilAsync(second, "Held");
        Assert.StartsWith("hold.", held.GetProperty("reasonCode").GetString(), StringComparison.Ordinal);

        using var wrong = await DecideAsync(first, "redrive", "a tester");
        Assert.Equal("drop.not_possible", (await AppFixture.ProblemAsync(wrong, HttpStatusCode.Conflict)).GetProperty("code").GetString());
        using var released = await DecideAsync(second, "release", "a tester", "  Four schools closed.  ");
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        var published = await app.UntilAsync(second, "Published");

        // Not always the second: the drop may have waited for its turn before it was held.
        Assert.Equal(held.GetProperty("attempt").GetInt32() + 1, published.GetProperty("attempt").GetInt32());
        Decided(published, "release", "Four schools closed.");
        var district = await app.Http.GetFromJsonAsync<JsonElement>("v1/districts/TX-200004", Token);
        Assert.InRange(district.GetProperty("students").GetInt64(), 1, 30);

        var third = await app.DropSampleAsync("200004", 10, "night-3");
        await app.UntilAsync(third, "Held");
        using var discarded = await DecideAsync(third, "discard", "a tester", "It is the export of another year.");
        Assert.Equal(HttpStatusCode.OK, discarded.StatusCode);
        Decided(await app.UntilAsync(third, "Discarded"), "discard", "It is the export of another year.");
    }

    [Theory]
    [InlineData("release", "", HttpStatusCode.BadRequest, "decision.by_missing")]
    [InlineData("forget", "a tester", HttpStatusCode.BadRequest, "decision.unknown")]
    [InlineData("release", "a tester", HttpStatusCode.NotFound, "drop.unknown")]
    [InlineData("discard", "a tester", HttpStatusCode.NotFound, "drop.unknown")]
    [InlineData("redrive", "a tester", HttpStatusCode.NotFound, "drop.unknown")]
    public async Task Decision_ThatCannotBe_IsRefused(string decision, string by, HttpStatusCode status, string code)
    {
        using var response = await DecideAsync(Unknown, decision, by);

        Assert.Equal(code, (await AppFixture.ProblemAsync(response, status)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Decision_WithAReasonThatIsTooLong_IsRefused()
    {
        using var tooLong = await DecideAsync(Unknown, "release", "a tester", new string('x', 501));
        using var longest = await DecideAsync(Unknown, "release", "a tester", new string('x', 500));

        Assert.Equal("decision.reason_too_long", (await AppFixture.ProblemAsync(tooLong, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        Assert.Equal("drop.unknown", (await AppFixture.ProblemAsync(longest, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private static void Decided(JsonElement drop, string decision, string reason)
    {
        var kept = Assert.Single(drop.GetProperty("decisions").EnumerateArray());
        Assert.Equal(
            (decision, "a tester", reason),
            (kept.GetProperty("decision").GetString(), kept.GetProperty("by").GetString(), kept.GetProperty("reason").GetString()));
    }

    private Task<HttpResponseMessage> DecideAsync(string dropId, string decision, string by, string? reason = null) =>
        app.Http.PostAsJsonAsync($"v1/drops/{dropId}/decision", new { decision, by, reason }, Token);
}
