using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using ClosingGap.Ingest.Reports;

namespace ClosingGap.Cli.Service;

/// <summary>The HTTP interface of the service, as far as the command line uses it. Faults are <see cref="CliException"/>s.</summary>
internal sealed class ApiClient : IDisposable
{
    private const string KeyHeader = "x-functions-key";
    private readonly HttpClient _http;

    public ApiClient(ServiceConnection connection)
    {
        _http = new HttpClient { BaseAddress = connection.RequireUrl() };
        if (connection.Key is { } key)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation(KeyHeader, key);
        }
    }

    /// <summary>The drop, or null while the service does not know it.</summary>
    public async Task<DropStatus?> FindDropAsync(string dropId, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, Drop(dropId)), cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(answer, CliJson.Default.DropStatus, cancellationToken);
    }

    public Task<DropStatus> DecideAsync(string dropId, DecisionBody decision, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, Drop(dropId) + "/decision", JsonContent.Create(decision, CliJson.Default.DecisionBody), CliJson.Default.DropStatus, cancellationToken);

    public Task<DistrictBody> RegisterAsync(string district, DistrictBody registration, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Put, District(district), JsonContent.Create(registration, CliJson.Default.DistrictBody), CliJson.Default.DistrictBody, cancellationToken);

    public Task<DistrictBody> RegistrationAsync(string district, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get, District(district) + "/registration", null, CliJson.Default.DistrictBody, cancellationToken);

    public async Task PutProfileAsync(string district, string source, string yaml, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{District(district)}/profiles/{Uri.EscapeDataString(source)}")
        {
            Content = new StringContent(yaml, Encoding.UTF8, "text/yaml"),
        };
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    public async Task<string> RebuildAsync(string district, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, District(district) + "/rebuild", null, CliJson.Default.Started, cancellationToken)).DropId;

    /// <summary>Asks for a check of a district's rules.</summary>
    public Task<EvaluationStatus> EvaluateAsync(string district, EvaluationBody asked, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, District(district) + "/evaluations", JsonContent.Create(asked, CliJson.Default.EvaluationBody), CliJson.Default.EvaluationStatus, cancellationToken);

    /// <summary>How a check stands.</summary>
    public Task<EvaluationStatus> EvaluationAsync(string district, string id, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get, $"{District(district)}/evaluations/{Uri.EscapeDataString(id)}", null, CliJson.Default.EvaluationStatus, cancellationToken);

    /// <summary>Asks for a rollup of a state.</summary>
    public Task<RollupStatus> StartRollupAsync(string state, RollupBody asked, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, State(state) + "/rollups", JsonContent.Create(asked, CliJson.Default.RollupBody), CliJson.Default.RollupStatus, cancellationToken);

    /// <summary>How a rollup stands, with a page of its districts.</summary>
    public Task<RollupAnswer> RollupAsync(string state, string rollup, string? after, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get, Rollup(state, rollup) + Query([("after", after)]), null, CliJson.Default.RollupAnswer, cancellationToken);

    /// <summary>Asks for a rollup to be released as a correction.</summary>
    public Task<ReleaseStatus> ReleaseAsync(string state, string rollup, ReleaseBody asked, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, Rollup(state, rollup) + "/release", JsonContent.Create(asked, CliJson.Default.ReleaseBody), CliJson.Default.ReleaseStatus, cancellationToken);

    /// <summary>What is published of a state.</summary>
    public Task<StateAnswer> StateAsync(string state, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, State(state), null, CliJson.Default.StateAnswer, cancellationToken);

    /// <summary>A page of a measure of a state.</summary>
    public Task<MeasureAnswer> MeasureAsync(string state, string measure, IReadOnlyList<(string Name, string? Value)> query, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get, $"{State(state)}/measures/{Uri.EscapeDataString(measure)}{Query(query)}", null, CliJson.Default.MeasureAnswer, cancellationToken);

    /// <summary>The key by which receipts to a district's webhook are signed.</summary>
    public Task<WebhookKey> WebhookKeyAsync(string district, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get, District(district) + "/webhook-key", null, CliJson.Default.WebhookKey, cancellationToken);

    /// <summary>Hands over a drop's report as it comes.</summary>
    public async Task ReadReportAsync(string dropId, ReportFormat format, Func<Stream, Task> take, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Drop(dropId)}/report?format={format.Name()}"), cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        try
        {
            await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
            await take(content);
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            throw Unreachable(exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Drop(string dropId) => $"api/v1/drops/{Uri.EscapeDataString(dropId)}";

    private static string State(string state) => $"api/v1/states/{Uri.EscapeDataString(state)}";

    private static string Rollup(string state, string rollup) => $"{State(state)}/rollups/{Uri.EscapeDataString(rollup)}";

    /// <summary>Those that have a value.</summary>
    private static string Query(IReadOnlyList<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")) is { Length: > 0 } query ? "?" + query : "";

    private static string District(string district) => $"api/v1/districts/{Uri.EscapeDataString(district)}";

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await SendAsync(request, cancellationToken);
        return await ReadAsync(answer, type, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Unreachable(exception);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await RequireSuccessAsync(answer, cancellationToken);
        try
        {
            return await answer.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw Unreadable(null);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw Unreadable(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unreachable(exception);
        }
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw await ProblemReader.ReadAsync(answer, cancellationToken);
        }
    }

    private CliException Unreachable(Exception exception) => new(
        ExitCodes.ServiceFault, $"The service at {_http.BaseAddress} cannot be reached: check the address and that the service runs, then try again.", exception);

    private static CliException Unreadable(Exception? exception) => new(
        ExitCodes.ServiceFault, "The answer is not one of this service: check that --url names it, and that both are of the same release.", exception);
}
