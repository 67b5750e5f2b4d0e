using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClosingGap.Bench;

/// <summary>The app in a process of its own, on LocalRuntime and SQLite.</summary>
internal sealed class BenchApp : IDisposable
{
    private readonly Process _process;

    private BenchApp(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The peak of the working set, in bytes, as the kernel counts it.</summary>
    public long Peak
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status")
                .First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    public static async Task<BenchApp> StartAsync(string storage, string folder, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ClosingGap.Functions.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage,
            ["ClosingGap__StudentKeySecret"] = Convert.ToBase64String(new byte[32]),
            ["ClosingGap__Store__Sqlite__Path"] = Path.Combine(folder, "store.db"),
            ["ClosingGap__Pipeline__TemporaryFolder"] = Path.Combine(folder, "work"),
            ["LocalRuntime__StatePath"] = Path.Combine(folder, "runtime.db"),
            ["LocalRuntime__Durable__DatabasePath"] = Path.Combine(folder, "durable.db"),
            ["LocalRuntime__Http__Url"] = address.ToString(),
            ["SweepSchedule"] = "*/10 * * * * *",
            ["RollupSchedule"] = "0 0 2 * * *",
            ["ReleaseSchedule"] = "0 0 6 * * *",
        })
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The app did not start.");
        _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var app = new BenchApp(process, address);
        while (true)
        {
            try
            {
                using var health = await app.Http.GetAsync(new Uri("/api/health", UriKind.Relative), cancellationToken);
                if (health.IsSuccessStatusCode)
                {
                    return app;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
