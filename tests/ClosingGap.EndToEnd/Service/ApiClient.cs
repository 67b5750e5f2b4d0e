using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ClosingGap.EndToEnd.Service;

/// <summary>The HTTP interface as any caller sees it.</summary>
internal sealed class ApiClient : IDisposable
{
    private static readonly TimeSpan s_dropDeadline = TimeSpan.FromMinutes(8);
    private readonly HttpClient _http;

    public ApiClient(string baseUrl, string? key)
    {
        _http = new HttpClient { BaseAddress = new Uri(baseUrl.TrimEnd('/') + "/api/v1/") };
        if (!string.IsNullOrEmpty(key))
        {
            _http.DefaultRequestHeaders.Add("x-functions-key", key);
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, string? body, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType) };
        using var answer = await _http.SendAsync(request, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>A conditional read: the status and the tag of the version.</summary>
    public async Task<(HttpStatusCode Status, string? Tag)> TagAsync(string path, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var answer = await _http.SendAsync(request, Cancelled);
        return (answer.StatusCode, answer.Headers.ETag?.ToString());
    }

    /// <summary>A body that must be there.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        var (status, body) = await GetAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"GET {path} answers {(int)status}: {body}");
        return JsonNode.Parse(body)!;
    }

    public Task RegisterAsync(string district, string source = "sis", string profile = "lenient") => RegisterAsync(district, (source, profile));

    public async Task RegisterAsync(string district, params (string Name, string Profile)[] sources)
    {
        var body = new JsonObject
        {
            ["name"] = $"District {district}",
            ["timeZone"] = "America/Chicago",
            ["sources"] = new JsonArray([.. sources.Select(source => new JsonObject { ["name"] = source.Name, ["profile"] = source.Profile })]),
        };
        var (status, answer) = await SendAsync(HttpMethod.Put, $"districts/{district}", body.ToJsonString());
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created, $"The registration answers {(int)status}: {answer}");
    }

    public Task<JsonNode> SummaryAsync(string district) => ReadAsync($"districts/{district}");

    public async Task<JsonNode> StudentAsync(string district, string sourcedId)
    {
        var (status, body) = await LookUpAsync(district, sourcedId);
        Assert.True(status == HttpStatusCode.OK, $"The lookup answers {(int)status}.");
        return await ReadAsync($"districts/{district}/students/{JsonNode.Parse(body)!["studentKey"]!.GetValue<string>()}");
    }

    public Task<(HttpStatusCode Status, string Body)> LookUpAsync(string district, string sourcedId) =>
        SendAsync(HttpMethod.Post, $"districts/{district}/students/lookup", new JsonObject { ["sourcedId"] = sourcedId }.ToJsonString());

    public async Task<JsonNode> DecideAsync(string dropId, string decision)
    {
        var (status, body) = await SendAsync(
            HttpMethod.Post, $"drops/{dropId}/decision", new JsonObject { ["decision"] = decision, ["by"] = "end to end" }.ToJsonString());
        Assert.True(status == HttpStatusCode.OK, $"The decision {decision} answers {(int)status}: {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>The drop once nothing more happens by itself. A service that is away for a moment is asked again.</summary>
    public async Task<JsonNode> AtRestAsync(string dropId)
    {
        JsonNode? drop = null;
        var last = "unknown to the service";
        try
        {
            await Eventually.HoldsAsync(
                "the drop is at rest",
                s_dropDeadline,
                async () =>
                {
                    drop = await FindDropAsync(dropId);
                    last = drop?.ToJsonString() ?? last;
                    return drop?["state"]!.GetValue<string>() is "Published" or "Rejected" or "Discarded" or "Superseded" or "Failed" or "Held";
                },
                Cancelled);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The drop {dropId} is not at rest. Last: {last}", exception);
        }

        return drop!;
    }

    /// <summary>The drop at rest, which must be in that state.</summary>
    public async Task<JsonNode> EndsAsync(string dropId, string state)
    {
        var drop = await AtRestAsync(dropId);
        Assert.True(drop["state"]!.GetValue<string>() == state, $"Not {state}: {drop.ToJsonString()}");
        return drop;
    }

    public async Task<JsonNode?> FindDropAsync(string dropId)
    {
        try
        {
            var (status, body) = await GetAsync($"drops/{dropId}");
            return status == HttpStatusCode.OK ? JsonNode.Parse(body) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !Cancelled.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
