using ClosingGap.LocalRuntime.Durable;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClosingGap.LocalRuntime.KillHost;

/// <summary>Starts the workload, or goes on with it after an earlier process died, until it has ended.</summary>
internal static class KillRun
{
    public static async Task<int> MainAsync(string directory, int crashAt)
    {
        var killer = new StepKiller(crashAt);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{DurableEngineOptions.Section}:DatabasePath"] = Path.Combine(directory, "durable.db"),
        }).Build());
        services.AddLogging();
        services.AddSingleton(new DurableStepProbe(killer.Reached));
        services.AddSingleton<ITaskFunctionCatalog>(KillWorkload.Catalog(new EffectLog(Path.Combine(directory, "effects.log"))));
        services.AddDurableEngine();
        await using var provider = services.BuildServiceProvider();
        var engine = provider.GetServices<IHostedService>().Single();
        await engine.StartAsync(CancellationToken.None);
        var end = await FinishAsync(provider.GetRequiredService<DurableTaskClient>(), provider.GetRequiredService<EngineSignals>(), directory);
        await engine.StopAsync(CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"{killer.Steps}|{end.RuntimeStatus}|{end.ReadOutputAs<string>()}"));
        return 0;
    }

    private static async Task<OrchestrationMetadata> FinishAsync(DurableTaskClient client, EngineSignals signals, string directory)
    {
        try
        {
            var options = new StartOrchestrationOptions(KillWorkload.InstanceId).WithDedupeStatuses(
                OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed);
            await client.ScheduleNewOrchestrationInstanceAsync("Main", options);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // An earlier process started it.
        }

        await OnceAsync(directory, "early", () => client.RaiseEventAsync(KillWorkload.InstanceId, "EARLY", 7));
        while (true)
        {
            var change = signals.NextChange(KillWorkload.InstanceId);
            var state = (await client.GetInstanceAsync(KillWorkload.InstanceId, getInputsAndOutputs: true))!;
            if (state.IsCompleted)
            {
                return state;
            }

            if (state.SerializedCustomStatus is "\"waiting\"")
            {
                await OnceAsync(directory, "go", () => client.RaiseEventAsync(KillWorkload.InstanceId, "go", 1));
            }

            await change;
        }
    }

    /// <summary>Does it unless an earlier process is known to have done it; after a death in between it is done twice.</summary>
    private static async Task OnceAsync(string directory, string mark, Func<Task> action)
    {
        var file = Path.Combine(directory, mark);
        if (!File.Exists(file))
        {
            await action();
            await File.WriteAllTextAsync(file, string.Empty);
        }
    }
}
