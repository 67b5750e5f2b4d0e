using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ClosingGap.Functions;

/// <summary>
/// Reads every setting when the app starts: one that is missing or out of range ends the start with its name, instead of failing the
/// first drop at night.
/// </summary>
internal sealed class StartupCheck(IServiceProvider services) : IHostedService
{
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of its range.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<StudentKeys>();
        _ = services.GetRequiredService<IOptions<PipelineOptions>>().Value;
        _ = services.GetRequiredService<IOptions<WebhookOptions>>().Value;
        _ = services.GetRequiredService<IOptions<RollupOptions>>().Value;
        _ = services.GetRequiredService<WebhookKeys>();
        _ = services.GetRequiredService<IDocumentStore>();
        _ = services.GetRequiredService<IBlobStore>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
