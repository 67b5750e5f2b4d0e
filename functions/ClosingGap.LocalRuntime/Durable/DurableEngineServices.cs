using ClosingGap.LocalRuntime.Durable.Replay;
using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Registers the durable engine.</summary>
internal static class DurableEngineServices
{
    /// <summary>
    /// Adds the engine as a hosted service and its <see cref="DurableTaskClient"/>. The host provides configuration, logging and the
    /// <see cref="ITaskFunctionCatalog"/>.
    /// </summary>
    public static IServiceCollection AddDurableEngine(this IServiceCollection services)
    {
        services.AddOptions<DurableEngineOptions>().BindConfiguration(DurableEngineOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new DurableStepProbe());
        services.AddSingleton<EngineSignals>();
        services.AddSingleton<PayloadCodec>();
        services.AddSingleton<DurableDatabase>();
        services.AddSingleton<EpisodeStore>();
        services.AddSingleton<ActivityStore>();
        services.AddSingleton<InstanceStore>();
        services.AddSingleton<InstanceQueries>();
        services.AddSingleton<EpisodeRunner>();
        services.AddSingleton<OrchestrationDispatcher>();
        services.AddSingleton<ActivityRunner>();
        services.AddSingleton<ActivityDispatcher>();
        services.AddSingleton<TimerLoop>();
        services.AddSingleton<DurableTaskClient, LocalDurableTaskClient>();
        services.AddHostedService<DurableEngine>();
        return services;
    }
}
