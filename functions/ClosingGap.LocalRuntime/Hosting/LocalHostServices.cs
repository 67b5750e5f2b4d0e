using ClosingGap.LocalRuntime.Blobs;
using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Durable;
using ClosingGap.LocalRuntime.Http;
using ClosingGap.LocalRuntime.Invocation;
using ClosingGap.LocalRuntime.Orchestration;
using ClosingGap.LocalRuntime.State;
using ClosingGap.LocalRuntime.Timers;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>Adds to an app's services everything that finds, starts and runs its functions.</summary>
internal static class LocalHostServices
{
    public static void Add(HostApplicationBuilder builder, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middlewares)
    {
        var services = builder.Services;
        var options = builder.Configuration.GetSection(LocalRuntimeOptions.Section).Get<LocalRuntimeOptions>() ?? new LocalRuntimeOptions();
        ConfigurationValidation.Require("LocalRuntime:ShutdownTimeout", options.ShutdownTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10));

        var types = FunctionAssemblies.FindTypes(((IHostApplicationBuilder)builder).Properties, options.FunctionAssemblies);
        var index = FunctionIndexer.Index(types, builder.Configuration);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(index);
        services.AddSingleton(provider => new FunctionInvoker(
            middlewares, provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<InvocationLog>()));
        services.AddSingleton<InvocationLog>();
        services.AddSingleton<RuntimeStateStore>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);

        // Started in this order and stopped in the reverse: HTTP opens last and closes first.
        if (index.UsesDurableEngine)
        {
            services.AddSingleton<ITaskFunctionCatalog, TaskFunctionCatalog>();
            services.AddDurableEngine();
        }

        if (index.Of<TimerFunction>().Any())
        {
            services.AddHostedService<TimerListener>();
        }

        if (index.Of<BlobFunction>().Any())
        {
            services.AddSingleton(BlobPollingOptions.Read(builder.Configuration));
            services.AddHostedService<BlobListener>();
        }

        if (index.Of<HttpFunction>().Any())
        {
            HttpServices.RequireAdded(services);
            services.AddSingleton(LocalHttpOptions.Read(builder.Configuration));
            services.AddHostedService<HttpListenerService>();
        }
    }
}
