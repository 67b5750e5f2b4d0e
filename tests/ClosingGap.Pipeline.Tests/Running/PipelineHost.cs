using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Sweeping;
using ClosingGap.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The pipeline on SQLite and the storage emulator, with a clock and containers of its own.</summary>
internal sealed class PipelineHost : IAsyncDisposable
{
    private static int s_hosts;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("closinggap-pipeline-");
    private readonly ServiceProvider _services;
    private readonly string _storage;

    public PipelineHost(string storage, string localId = "990001", long shardBytes = 16L << 20)
    {
        _storage = storage;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["ClosingGap:Store:Sqlite:Path"] = Path.Combine(_folder.FullName, "store.db"),
            ["ClosingGap:StudentKeySecret"] = Convert.ToBase64String(new byte[32]),
            ["ClosingGap:WebhookSecret"] = Convert.ToBase64String(new byte[32]),
            ["ClosingGap:Pipeline:ShardTargetBytes"] = shardBytes.ToString(CultureInfo.InvariantCulture),
            ["ClosingGap:Pipeline:CaseloadPageSize"] = "25",
            ["ClosingGap:Pipeline:TemporaryFolder"] = Path.Combine(_folder.FullName, "work"),
        }).Build();
        var suffix = string.Create(CultureInfo.InvariantCulture, $"h{Interlocked.Increment(ref s_hosts)}");
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IConfiguration>(configuration)
            .AddKeyedStores(configuration)
            .AddSingleton(provider => new HostBlobs(provider.GetRequiredKeyedService<IBlobStore>(KeyedStores.Inner), suffix, Deaths))
            .AddSingleton<IBlobStore>(provider => provider.GetRequiredService<HostBlobs>())
            .AddSingleton(provider => new HostDocuments(provider.GetRequiredKeyedService<IDocumentStore>(KeyedStores.Inner), Deaths))
            .AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<HostDocuments>())
            .AddSingleton<IWebhookSender>(Sender)
            .AddClosingGapPipeline(configuration)
            .BuildServiceProvider();
        Steps = new RunSteps(_services, Started);
        District = DistrictId.Parse("TX-" + localId);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public Deaths Deaths { get; } = new();

    public RecordingSender Sender { get; } = new();

    public StartedRuns Started { get; } = new();

    public RunSteps Steps { get; }

    public DistrictId District { get; }

    public CancellationToken Token => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task RegisterAsync(string profile = "lenient", params string[] otherSources) => Get<DistrictRegistry>().SaveAsync(
        new DistrictRegistration(
            District.ToString(), "Sample", null, "America/Chicago", null,
            [new SourceRegistration("sis", profile), .. otherSources.Select(source => new SourceRegistration(source, profile))], [], 0),
        Token);

    /// <summary>Writes a blob under the district, one minute after the one before; returns its path.</summary>
    public async Task<string> UploadAsync(string name, byte[] content, string? asOf = null, DateTimeOffset? at = null)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var path = name.Contains('/', StringComparison.Ordinal) ? name : $"{District.State}/{District.LocalId}/sis/{name}";
        var container = new BlobContainerClient(_storage, Get<HostBlobs>().Name(DropPath.Container));
        await container.CreateIfNotExistsAsync(cancellationToken: Token);
        var metadata = asOf is null ? null : new Dictionary<string, string> { ["asof"] = asOf };
        using var stream = new MemoryStream(content);
        await container.GetBlobClient(path).UploadAsync(stream, new BlobUploadOptions { Metadata = metadata }, Token);
        Get<HostBlobs>().Written[path] = at ?? Time.GetUtcNow();
        return path;
    }

    /// <summary>Writes a zip as a drop and receives it; returns the drop's id.</summary>
    public async Task<string> DropAsync(string name, byte[] zip, DateOnly? asOf = null, DateTimeOffset? at = null)
    {
        var path = await UploadAsync(name.Contains('/', StringComparison.Ordinal) ? name : name + ".zip", zip, asOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at);
        return (await Get<DropReceiver>().ReceiveAsync(path, Started, Token))!;
    }

    public async Task<Drop> RunAsync(string dropId)
    {
        await Steps.RunAllAsync(Token);
        return await DropOfAsync(dropId);
    }

    public async Task<Drop> PublishAsync(string name, byte[] zip, DateOnly? asOf = null)
    {
        var drop = await RunAsync(await DropAsync(name, zip, asOf));
        Assert.Equal((DropState.Published, null), (drop.State, drop.ReasonCode));
        return drop;
    }

    public Task<Drop> DropOfAsync(string dropId) => Get<DropRecords>().RequireAsync(dropId, Token);

    public async Task<long> PublishedAsync() => (await Get<PublishedReader>().FindVersionAsync(District, Token))?.Version ?? 0;

    /// <summary>The receipt of a drop as it lies in the container.</summary>
    public async Task<string> ReceiptAsync(Drop drop) => await TextAsync(ReceiptWriter.Container, ReceiptWriter.Path(drop));

    public async Task<string> TextAsync(string container, string path)
    {
        await using var stream = await Get<IBlobStore>().OpenReadAsync(container, path, null, Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }

    /// <summary>Lets time pass, sweeps, and runs what the sweep started, until nothing is open but what waits for a person.</summary>
    public async Task SweepUntilQuietAsync(int rounds = 4)
    {
        for (var round = 0; round < rounds; round++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await Get<Sweep>().RunAsync(Started, Token);
            await Steps.RunAllAsync(Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The emulator looks through all its blobs for a list: what a test leaves behind slows down all that come after it.
        var service = new BlobServiceClient(_storage);
        foreach (var container in Get<HostBlobs>().Containers)
        {
            await service.GetBlobContainerClient(container).DeleteIfExistsAsync();
        }

        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
