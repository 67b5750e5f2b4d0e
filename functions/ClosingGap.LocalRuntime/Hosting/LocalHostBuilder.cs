using ClosingGap.LocalRuntime.Durable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>
/// The bare host under a functions app. Configuration, weakest first: host.json (under <c>AzureFunctionsJobHost</c>, the
/// name the Functions host gives it), local.settings.json, environment variables, arguments. Both files lie beside the app.
/// </summary>
internal static class LocalHostBuilder
{
    public const string HostJsonSection = "AzureFunctionsJobHost";
    private const string EnvironmentVariable = "AZURE_FUNCTIONS_ENVIRONMENT";

    public static HostApplicationBuilder Create(string[] args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable(EnvironmentVariable) ?? Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(SettingsFiles.ReadHostJson(Path.Combine(AppContext.BaseDirectory, "host.json"), HostJsonSection));
        builder.Configuration.AddInMemoryCollection(DurableDefaults(builder.Configuration));
        builder.Configuration.AddInMemoryCollection(SettingsFiles.ReadLocalSettings(Path.Combine(AppContext.BaseDirectory, "local.settings.json")));
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddCommandLine(args);

        // ASP.NET Core tells of every result it writes; the section Logging may turn that on again.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true }));
        return builder;
    }

    // What host.json says of Durable Functions holds for the engine here, unless its own section says otherwise.
    private static IEnumerable<KeyValuePair<string, string?>> DurableDefaults(IConfiguration configuration)
    {
        var durable = configuration.GetSection($"{HostJsonSection}:extensions:durableTask");
        (string Theirs, string Ours)[] names =
        [
            ("defaultVersion", nameof(DurableEngineOptions.DefaultVersion)),
            ("versionFailureStrategy", nameof(DurableEngineOptions.VersionFailureStrategy)),
            ("maxConcurrentActivityFunctions", nameof(DurableEngineOptions.MaxConcurrentActivities)),
            ("maxConcurrentOrchestratorFunctions", nameof(DurableEngineOptions.MaxConcurrentOrchestrations)),
        ];
        return names.Where(name => durable[name.Theirs] is not null)
            .Select(name => new KeyValuePair<string, string?>($"{DurableEngineOptions.Section}:{name.Ours}", durable[name.Theirs])).ToArray();
    }
}
