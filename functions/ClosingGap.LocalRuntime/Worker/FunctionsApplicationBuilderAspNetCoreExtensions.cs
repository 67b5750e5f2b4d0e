using ClosingGap.LocalRuntime.Http;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Turns on HTTP with ASP.NET Core types.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        HttpServices.Add(builder.Services);
        return builder;
    }
}
