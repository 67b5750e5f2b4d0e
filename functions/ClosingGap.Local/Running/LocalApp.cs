using System.Net;
using System.Net.Sockets;
using ClosingGap.Functions;
using ClosingGap.LocalRuntime;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClosingGap.Local.Running;

/// <summary>The app in this process: the same functions as on Azure, on the local runtime and SQLite.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private const int UsualPort = 7071;
    private readonly IHost _host;

    private LocalApp(IHost host) => _host = host;

    /// <summary>The address of the API.</summary>
    public Uri Address => _host.Services.GetRequiredService<LocalHttpAddress>().Value;

    /// <summary>The key that the API asks for; null: none.</summary>
    public string? FunctionKey => _host.Services.GetRequiredService<IConfiguration>()["LocalRuntime:FunctionKey"];

    /// <exception cref="LocalFaultException">The app cannot start as it is set up, or the port is taken.</exception>
    public static async Task<LocalApp> StartAsync(LocalFolders folders, string storage, LocalSecrets secrets, int? port, CancellationToken cancellationToken)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureWebJobsStorage"] = storage,
            ["ClosingGap:Store:Kind"] = "Sqlite",
            ["ClosingGap:Store:Sqlite:Path"] = folders.Documents,
            ["ClosingGap:StudentKeySecret"] = secrets.StudentKeySecret,
            ["ClosingGap:WebhookSecret"] = secrets.MakeWebhookSecret(),
            ["ClosingGap:Pipeline:TemporaryFolder"] = folders.Temporary,
            ["LocalRuntime:StatePath"] = folders.RuntimeState,
            ["LocalRuntime:Durable:DatabasePath"] = folders.DurableState,
            ["LocalRuntime:Http:Url"] = FormattableString.Invariant($"http://127.0.0.1:{port ?? UsualOrFree()}"),
        };
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        // What the environment says otherwise goes before these.
        Default("SweepSchedule", "*/10 * * * * *");
        Default("RollupSchedule", "0 0 2 * * *");
        Default("ReleaseSchedule", "0 0 6 * * *");
        Default("LocalRuntime:Blobs:PollInterval", "00:00:00.500");
        Default("Logging:LogLevel:Default", "Warning");
        builder.AddClosingGap();
        try
        {
            var host = builder.Build();
            await host.StartAsync(cancellationToken);
            return new LocalApp(host);
        }
        catch (LocalRuntimeException exception)
        {
            throw new LocalFaultException($"app_not_started: {exception.Message}");
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new LocalFaultException(FormattableString.Invariant($"port_taken: port {port} is in use. Give another one: --port N; 0 takes a free one."));
        }

        void Default(string key, string value) => builder.Configuration[key] = builder.Configuration[key] ?? value;
    }

    /// <summary>Stops taking requests, lets what runs end, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static int UsualOrFree()
    {
        using var probe = new TcpListener(IPAddress.Loopback, UsualPort);
        try
        {
            probe.Start();
            return UsualPort;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
