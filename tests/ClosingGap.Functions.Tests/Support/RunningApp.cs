using ClosingGap.LocalRuntime;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.Functions.Tests.Support;

/// <summary>The app itself on the local runtime, with a database of its own and the storage that it is given.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private RunningApp(IHost host, string folder, CollectedLog log)
    {
        _host = host;
        _folder = folder;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(host.Services.GetRequiredService<LocalHttpAddress>().Value, "api/"), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Http { get; }

    public CollectedLog Log { get; }

    /// <summary>Where the app keeps its databases.</summary>
    public string Folder => _folder;

    /// <summary>Starts it; <paramref name="change"/> may put other services in the place of its own.</summary>
    public static async Task<RunningApp> StartAsync(string storage, Action<IServiceCollection>? change = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-app-").FullName;
        var log = new CollectedLog();
        string[] own =
        [
            $"AzureWebJobsStorage={storage}",
            $"ClosingGap:Store:Sqlite:Path={Path.Combine(folder, "documents.db")}",
            $"ClosingGap:StudentKeySecret={Convert.ToBase64String(new byte[32])}",
            $"ClosingGap:Pipeline:TemporaryFolder={Path.Combine(folder, "tmp")}",
            $"LocalRuntime:StatePath={Path.Combine(folder, "runtime.db")}",
            $"LocalRuntime:Durable:DatabasePath={Path.Combine(folder, "durable.db")}",
            "LocalRuntime:FunctionAssemblies=ClosingGap.Functions",
            "LocalRuntime:Blobs:PollInterval=00:00:00.100",
            "SweepSchedule=*/10 * * * * *",
            "RollupSchedule=0 0 2 * * *",
            "ReleaseSchedule=0 0 6 * * *",
        ];
        var builder = FunctionsApplication.CreateBuilder([.. own, .. settings]);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(log);
        builder.AddClosingGap();
        change?.Invoke(builder.Services);
        var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            return new RunningApp(host, folder, log);
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
