using System.IO.Compression;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The pipeline on SQLite and the storage emulator, with a clock of its own.</summary>
internal sealed class PipelineHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("closinggap-pipeline-");
    private readonly ServiceProvider _services;
    private readonly string _prefix;

    public PipelineHost(string storage, string localId, long shardBytes = 16L << 20)
    {
        _prefix = localId;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["ClosingGap:Store:Sqlite:Path"] = Path.Combine(_folder.FullName, "store.db"),
            ["ClosingGap:StudentKeySecret"] = Convert.ToBase64String(new byte[32]),
            ["ClosingGap:Pipeline:ShardTargetBytes"] = shardBytes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ClosingGap:Pipeline:TemporaryFolder"] = Path.Combine(_folder.FullName, "work"),
        }).Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IConfiguration>(configuration)
            .AddClosingGapStorage(configuration)
            .AddClosingGapPipeline(configuration)
            .BuildServiceProvider();
        Steps = new RunSteps(_services, Started);
        DistrictId.TryCreate("TX", localId, out var district);
        District = district;
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public StartedRuns Started { get; } = new();

    public RunSteps Steps { get; }

    public DistrictId District { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task RegisterAsync(string profile = "lenient") => Get<DistrictRegistry>().SaveAsync(
        new DistrictRegistration(District.ToString(), "Sample", null, "America/Chicago", null, [new SourceRegistration("sis", profile)], [], 0),
        TestContext.Current.CancellationToken);

    /// <summary>Writes a zip as a drop and receives it; returns the drop's id.</summary>
    public async Task<string> DropAsync(string name, byte[] zip, DateOnly? asOf = null)
    {
        var token = TestContext.Current.CancellationToken;
        var path = $"TX/{_prefix}/sis/{name}.zip";
        var container = new Azure.Storage.Blobs.BlobContainerClient(Get<IConfiguration>()["AzureWebJobsStorage"], DropPath.Container);
        await container.CreateIfNotExistsAsync(cancellationToken: token);
        var metadata = asOf is { } date ? new Dictionary<string, string> { ["asof"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } : null;
        using var content = new MemoryStream(zip);
        await container.GetBlobClient(path).UploadAsync(content, new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata }, token);
        return (await Get<DropReceiver>().ReceiveAsync(path, Started, token))!;
    }

    public async Task<Drop> RunAsync(string dropId)
    {
        await Steps.RunAllAsync(TestContext.Current.CancellationToken);
        return await Get<DropRecords>().RequireAsync(dropId, TestContext.Current.CancellationToken);
    }

    public static byte[] Zip(string folder)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(folder, "*.csv"))
            {
                zip.CreateEntryFromFile(file, Path.GetFileName(file));
            }
        }

        return content.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
