using ClosingGap.Functions.Middleware;
using ClosingGap.Functions.Webhooks;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClosingGap.Functions;

/// <summary>The whole app, for whichever runtime stands behind the builder.</summary>
public static class ClosingGapApplication
{
    /// <summary>Adds HTTP, middleware, the pipeline and its stores. Settings are read from the builder's configuration.</summary>
    public static FunctionsApplicationBuilder AddClosingGap(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<StepMiddleware>();
        builder.Services.AddHostedService<StartupCheck>();
        builder.Services.AddClosingGapStorage(builder.Configuration);
        builder.Services.AddSingleton<IWebhookSender, HttpWebhookSender>();
        builder.Services.AddClosingGapPipeline(builder.Configuration);
        return builder;
    }
}
