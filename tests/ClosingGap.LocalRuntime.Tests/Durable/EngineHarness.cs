using ClosingGap.LocalRuntime.Durable;
using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>An engine on a database file; several may follow each other on the same file.</summary>
internal sealed class EngineHarness : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider services;
    private readonly IHostedService engine;

    private EngineHarness(ServiceProvider services)
    {
        this.services = services;
        engine = services.GetRequiredService<IEnumerable<IHostedService>>().Single();
        Client = services.GetRequiredService<DurableTaskClient>();
    }

    public DurableTaskClient Client { get; }

    public DurableDatabase Database => services.GetRequiredService<DurableDatabase>();

    public LogLines Logs => services.GetRequiredService<LogLines>();

    public static string NewPath() => Path.Combine(Path.GetTempPath(), "closinggap-durable", Guid.NewGuid().ToString("N"), "durable.db");

    public static async Task<EngineHarness> StartAsync(
        ITaskFunctionCatalog catalog,
        string? path = null,
        TimeProvider? time = null,
        DurableStepProbe? probe = null,
        bool start = true,
        params (string Key, string Value)[] settings)
    {
        var values = settings.ToDictionary(s => $"{DurableEngineOptions.Section}:{s.Key}", s => (string?)s.Value, StringComparer.Ordinal);
        values[$"{DurableEngineOptions.Section}:DatabasePath"] = path ?? NewPath();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        collection.AddSingleton<LogLines>();
        collection.AddSingleton<ILoggerFactory>(p => p.GetRequiredService<LogLines>());
        collection.AddLogging();
        collection.AddSingleton(catalog);
        collection.AddSingleton(time ?? TimeProvider.System);
        if (probe is not null)
        {
            collection.AddSingleton(probe);
        }

        collection.AddDurableEngine();
        var harness = new EngineHarness(collection.BuildServiceProvider());
        if (start)
        {
            await harness.engine.StartAsync(CancellationToken.None);
        }

        return harness;
    }

    public Task StartEngineAsync() => engine.StartAsync(CancellationToken.None);

    public Task<string> Start(string name, object? input = null, StartOrchestrationOptions? options = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, options, CancellationToken.None);

    public Task Raise(string id, string eventName, object? payload = null) =>
        Client.RaiseEventAsync(id, eventName, payload, CancellationToken.None);

    public Task<OrchestrationMetadata?> Find(string id) => Client.GetInstanceAsync(id, getInputsAndOutputs: true, CancellationToken.None);

    /// <summary>Starts an instance and waits for its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null)
    {
        return await EndOf(await Start(name, input));
    }

    public async Task<OrchestrationMetadata> EndOf(string id)
    {
        using var limit = new CancellationTokenSource(Deadline);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    /// <summary>Waits until the instance's state satisfies the condition.</summary>
    public async Task<OrchestrationMetadata> Until(string id, Func<OrchestrationMetadata, bool> condition)
    {
        using var limit = new CancellationTokenSource(Deadline);
        var signals = services.GetRequiredService<EngineSignals>();
        while (true)
        {
            var change = signals.NextChange(id);
            var state = await Client.GetInstanceAsync(id, getInputsAndOutputs: true, limit.Token);
            if (state is not null && condition(state))
            {
                return state;
            }

            await change.WaitAsync(limit.Token);
        }
    }

    /// <summary>Waits until a query on the database gives the value.</summary>
    public async Task UntilCount(string sql, long expected)
    {
        using var limit = new CancellationTokenSource(Deadline);
        while (Count(sql) != expected)
        {
            await Task.Delay(5, limit.Token);
        }
    }

    public long Count(string sql) => Database.Read(session => session.Scalar(sql)) ?? 0;

    public async ValueTask DisposeAsync()
    {
        await engine.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
