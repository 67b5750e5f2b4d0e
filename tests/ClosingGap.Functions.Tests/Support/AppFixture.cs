using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.Pipeline.Drops;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Functions.Tests.Support;

/// <summary>One storage emulator and one running app for a class of tests; each test takes a district of its own.</summary>
public class AppFixture : IAsyncLifetime
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(4);
    private readonly AzuriteFixture _azurite = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("closinggap-sample-").FullName;
    private RunningApp? _app;

    /// <summary>A client whose base address is the API.</summary>
    public HttpClient Http => _app!.Http;

    /// <summary>The running app, for what is not said over HTTP.</summary>
    internal RunningApp App => _app!;

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual string[] Settings => [];

    public IReadOnlyList<string> Log => _app!.Log.Lines;

    public string Storage => _azurite.ConnectionString;

    public virtual async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        _app = await RunningApp.StartAsync(Storage, Change, Settings);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task RegisterAsync(string district)
    {
        var body = new { name = "A District", timeZone = "America/Chicago", sources = new[] { new { name = "sis" } } };
        using var response = await Http.PutAsJsonAsync($"v1/districts/{district}", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    /// <summary>Puts other services in the place of the app's own.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    /// <summary>Makes the night of a district, and says where its files are.</summary>
    internal async Task<SampleSummary> SampleAsync(string localId, int students, int lmsSections = 0) => await SampleDistrictWriter.WriteAsync(
        new SampleOptions { District = localId, Students = students, MaxLmsSections = lmsSections },
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{localId}-{students}")),
        TestContext.Current.CancellationToken);

    /// <summary>Drops a zip; the id of the drop.</summary>
    internal async Task<string> DropAsync(string path, Stream content, DateOnly? asOf)
    {
        var container = new BlobServiceClient(Storage).GetBlobContainerClient("drops");
        await container.CreateIfNotExistsAsync(PublicAccessType.None, null, null, TestContext.Current.CancellationToken);
        var options = new BlobUploadOptions();
        if (asOf is { } date)
        {
            options.Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["asof"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        }

        var uploaded = await container.GetBlobClient(path).UploadAsync(content, options, TestContext.Current.CancellationToken);
        return DropIds.OfZip(path, uploaded.Value.ETag.ToString("H").Trim('"'));
    }

    /// <summary>Makes and drops a night of a district; the id of the drop.</summary>
    internal async Task<string> DropSampleAsync(string localId, int students, string name)
    {
        var sample = await SampleAsync(localId, students);
        await using var zip = File.OpenRead(sample.SisZip);
        return await DropAsync($"TX/{localId}/sis/{name}.zip", zip, sample.AsOf);
    }

    /// <summary>The record of a drop once it is in a state.</summary>
    internal Task<JsonElement> UntilAsync(string dropId, params string[] states) => ReadUntilAsync($"v1/drops/{dropId}", states);

    /// <summary>What is at an address once its <c>state</c> is one of these.</summary>
    internal async Task<JsonElement> ReadUntilAsync(string address, params string[] states)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_deadline);
        var last = "unknown";
        try
        {
            while (true)
            {
                using var response = await Http.GetAsync(address, deadline.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    var found = await response.Content.ReadFromJsonAsync<JsonElement>(deadline.Token);
                    last = $"{found.GetProperty("state").GetString()} {(found.TryGetProperty("reasonCode", out var code) ? code.GetString() : "")}";
                    if (states.Contains(found.GetProperty("state").GetString(), StringComparer.Ordinal))
                    {
                        return found;
                    }
                }

                await Task.Delay(100, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"The state was '{last}' and not {string.Join(" or ", states)} within {s_deadline.TotalMinutes} minutes.");
            throw;
        }
    }

    /// <summary>The problem that an answer holds.</summary>
    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
