using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Tests.Support;

/// <summary>A functions app of a few classes on the real host, with a state folder of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;

    private TestHost(IHost host, CollectedLog log)
    {
        this.host = host;
        Log = log;
    }

    public CollectedLog Log { get; }

    public IServiceProvider Services => host.Services;

    public Uri Address => Services.GetRequiredService<LocalHttpAddress>().Value;

    /// <summary>Starts an app; <paramref name="settings"/> are <c>Key=Value</c>.</summary>
    public static async Task<TestHost> StartAsync(TemporaryFolder folder, Type[] functions, Action<FunctionsApplicationBuilder>? configure = null, params string[] settings)
    {
        var log = new CollectedLog();
        var builder = Builder(folder, functions, settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(host, log);
    }

    public static FunctionsApplicationBuilder Builder(TemporaryFolder folder, Type[] functions, params string[] settings)
    {
        string[] paths = [$"LocalRuntime:StatePath={folder.File("runtime.db")}", $"LocalRuntime:Durable:DatabasePath={folder.File("durable.db")}"];
        var builder = FunctionsApplication.CreateBuilder([.. paths, .. settings]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseFunctionTypes(functions);
        return builder;
    }

    public HttpClient Client() => new() { BaseAddress = Address };

    public Task StopAsync() => host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
