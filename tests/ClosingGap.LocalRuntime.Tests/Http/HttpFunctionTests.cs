using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClosingGap.LocalRuntime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.LocalRuntime.Tests.Http;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private TestHost host = null!;
    private HttpClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await StartAsync();
        client = host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void Address_HostStarted_IsLoopbackWithBoundPort()
    {
        Assert.Equal("127.0.0.1", host.Address.Host);
        Assert.NotEqual(0, host.Address.Port);
    }

    [Fact]
    public async Task Request_FunctionWithoutRoute_AnswersUnderItsNameInAnyCase() =>
        Assert.Equal("by name GET", await client.GetStringAsync("/api/byname", Token));

    [Fact]
    public async Task Request_RouteWithConstraints_BindsParametersAndQuery()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

        var full = await client.GetFromJsonAsync<JsonObject>($"/api/places/TX/7/{id}?q=x%20y", Token);
        var withoutOptional = await client.GetFromJsonAsync<JsonObject>("/api/places/ok/12", Token);

        Assert.Equal($$"""{"state":"TX","number":7,"id":"{{id}}","query":"x y"}""", full!.ToJsonString());
        Assert.Equal("""{"state":"ok","number":12,"id":null,"query":""}""", withoutOptional!.ToJsonString());
    }

    [Fact]
    public async Task Request_LiteralAndParameterRouteFit_LiteralWins() =>
        Assert.Equal("literal 7", await client.GetStringAsync("/api/places/TX/special/7", Token));

    [Theory]
    [InlineData("GET", "/api/unknown")]
    [InlineData("GET", "/ByName")]
    [InlineData("POST", "/api/ByName")]
    [InlineData("GET", "/api/bodies")]
    [InlineData("GET", "/api/places/TX/notanumber")]
    public async Task Request_NoFunctionForPathAndVerb_Answers404(string verb, string path)
    {
        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path), Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Request_ActionResult_IsExecuted()
    {
        using var response = await client.PostAsync("/api/bodies", new StringContent("12345"), Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("""{"length":5}""", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Request_BodyOverLimit_Answers413()
    {
        await using var small = await StartAsync("LocalRuntime:Http:MaxRequestBodyBytes=1024");
        using var smallClient = small.Client();

        using var response = await smallClient.PostAsync("/api/bodies", new ByteArrayContent(new byte[5000]), Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Request_ObjectResult_IsJson()
    {
        using var response = await client.GetAsync("/api/Plain", Token);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"text":"answer","number":1}""", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Request_TaskWithoutResult_LeavesTheResponseAsTheFunctionSetIt()
    {
        using var response = await client.GetAsync("/api/Nothing", Token);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Request_FunctionThrows_Answers500WithoutDetailsAndLogsWithoutMessage()
    {
        using var response = await client.GetAsync("/api/Throws", Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Token));
        var line = Assert.Single(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("Throws", line, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-a-row", string.Join('\n', host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_RouteValueOfAnotherType_Answers500()
    {
        using var good = await client.GetAsync("/api/guided/0f8fad5b-d9cb-469f-a165-70867728950e", Token);
        using var bad = await client.GetAsync("/api/guided/nope", Token);

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, bad.StatusCode);
    }

    [Fact]
    public async Task Request_FunctionLevelWithConfiguredKey_NeedsTheKey()
    {
        await using var keyed = await StartAsync("LocalRuntime:FunctionKey=abc");
        using var keyedClient = keyed.Client();
        using var withHeader = new HttpRequestMessage(HttpMethod.Get, "/api/Keyed") { Headers = { { "x-functions-key", "abc" } } };

        Assert.Equal(HttpStatusCode.Unauthorized, (await keyedClient.GetAsync("/api/Keyed", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await keyedClient.GetAsync("/api/Keyed?code=abd", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await keyedClient.GetAsync("/api/Keyed?code=abc", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await keyedClient.SendAsync(withHeader, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await keyedClient.GetAsync("/api/ByName", Token)).StatusCode);
        Assert.Equal("open", await client.GetStringAsync("/api/Keyed", Token));
    }

    [Fact]
    public async Task Request_EachInvocation_HasItsOwnScopeAndObjectWhichIsDisposed()
    {
        Assert.Equal("1 0", await client.GetStringAsync("/api/Instances", Token));
        Assert.Equal("2 1", await client.GetStringAsync("/api/Instances", Token));
    }

    [Fact]
    public async Task Start_UrlNotLoopback_IsRefused()
    {
        var problem = await Assert.ThrowsAsync<LocalRuntimeException>(() => StartAsync("LocalRuntime:Http:Url=http://0.0.0.0:0"));

        Assert.Equal("LR124", problem.Code);
    }

    private Task<TestHost> StartAsync(params string[] settings) => TestHost.StartAsync(
        folder,
        [typeof(HttpSampleFunctions)],
        builder => builder.Services.AddSingleton<HttpSampleCounter>().AddScoped<HttpSampleService>(),
        settings);
}
