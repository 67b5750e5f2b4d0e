using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Http;

public sealed class StateMilestonesTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Milestones_OfAState_AreKeptUntilValidOnesCome()
    {
        const string Address = "v1/states/VT/milestones";
        using var none = await app.Http.GetAsync(Address, Token);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(Address, "use: [chronic-absence, graduation]")).Status);
        var (status, problem) = await PutAsync(Address, "use:\n  - chronic-absence\n  - nowhere\n");

        Assert.Equal((HttpStatusCode.BadRequest, true), (status, problem.Contains("milestone.unknown", StringComparison.Ordinal)));
        var kept = await app.Http.GetFromJsonAsync<JsonElement>(Address, Token);
        Assert.Equal((1, "use: [chronic-absence, graduation]"), (kept.GetProperty("version").GetInt32(), kept.GetProperty("yaml").GetString()));
    }

    [Fact]
    public async Task Milestones_OfNoState_AreNotTaken() => Assert.Equal(HttpStatusCode.NotFound, (await PutAsync("v1/states/Vermont/milestones", "use: []")).Status);

    private async Task<(HttpStatusCode Status, string Body)> PutAsync(string address, string yaml)
    {
        using var content = new StringContent(yaml);
        using var answer = await app.Http.PutAsync(new Uri(address, UriKind.Relative), content, Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}
