using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>The services that ASP.NET Core's results need when they are executed.</summary>
internal static class HttpServices
{
    public static void Add(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(LocalHttpAddress)))
        {
            return;
        }

        services.AddRouting();
        services.AddMvcCore();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<IHttpContextFactory, DefaultHttpContextFactory>();
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        services.AddSingleton<LocalHttpAddress>();
        services.AddSingleton<HttpFunctionExecutor>();
    }

    /// <exception cref="LocalRuntimeException">LR125: the app has HTTP functions and did not turn HTTP on.</exception>
    public static void RequireAdded(IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(LocalHttpAddress)))
        {
            throw new LocalRuntimeException("LR125", "The app has HTTP functions: call ConfigureFunctionsWebApplication() on its builder.");
        }
    }
}
