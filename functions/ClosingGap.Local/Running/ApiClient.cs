using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Local.Running;

/// <summary>The app's own API, as any client uses it.</summary>
internal sealed class ApiClient : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(100);
    private readonly HttpClient _http;

    /// <param name="address">Where the app answers.</param>
    /// <param name="functionKey">The key that it asks for, or null.</param>
    public ApiClient(Uri address, string? functionKey)
    {
        _http = new HttpClient { BaseAddress = new Uri(address, "api/"), Timeout = s_limit };
        if (!string.IsNullOrEmpty(functionKey))
        {
            _http.DefaultRequestHeaders.Add("x-functions-key", functionKey);
        }
    }

    /// <summary>The address of a path below the API.</summary>
    public Uri UrlOf(string path) => new(_http.BaseAddress!, path);

    public Task<bool> IsRegisteredAsync(string district, CancellationToken cancellationToken) =>
        ExistsAsync($"v1/districts/{district}/registration", cancellationToken);

    public async Task RegisterAsync(string district, string name, CancellationToken cancellationToken)
    {
        var body = JsonContent.Create(
            new Dictionary<string, object> { ["name"] = name, ["timeZone"] = "America/Chicago", ["sources"] = new[] { new Dictionary<string, string> { ["name"] = "sis" } } });
        using var response = await _http.PutAsync($"v1/districts/{district}", body, cancellationToken);
        await CheckAsync(response, cancellationToken);
    }

    /// <summary>The record of a drop; null while it is not received.</summary>
    public Task<Drop?> FindDropAsync(string dropId, CancellationToken cancellationToken) =>
        FindAsync($"v1/drops/{dropId}", PipelineJson.Default.Drop, cancellationToken);

    /// <summary>What is published of a district; null when nothing is.</summary>
    public Task<DistrictSummary?> FindDistrictAsync(string district, CancellationToken cancellationToken) =>
        FindAsync($"v1/districts/{district}", PipelineJson.Default.DistrictSummary, cancellationToken);

    public Task<CaseloadPage?> FindCaseloadAsync(string district, string school, CancellationToken cancellationToken) =>
        FindAsync($"v1/districts/{district}/schools/{Uri.EscapeDataString(school)}/caseload", PipelineJson.Default.CaseloadPage, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<bool> ExistsAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(path, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        await CheckAsync(response, cancellationToken);
        return true;
    }

    private async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await _http.GetAsync(path, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await CheckAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync(type, cancellationToken);
    }

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var detail = "";
        if (response.Content.Headers.ContentType?.MediaType is "application/problem+json")
        {
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            detail = problem.RootElement.TryGetProperty("detail", out var text) ? text.GetString() : "";
        }

        throw new LocalFaultException(
            FormattableString.Invariant($"api_refused: the app answered {(int)response.StatusCode} to {response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath}. {detail}"));
    }
}
