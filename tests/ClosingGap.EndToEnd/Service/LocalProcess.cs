using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClosingGap.EndToEnd.Service;

/// <summary>The service on this machine as a process of its own: started, killed or asked to end, always by its id.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan s_startDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_endDeadline = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly List<string> _output = [];

    private LocalProcess(Process process) => _process = process;

    /// <summary>Where the API answers.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>The connection string of its storage.</summary>
    public string Storage { get; private set; } = "";

    /// <summary>Starts the service in a data folder, without the sample district, and waits until it answers.</summary>
    public static async Task<LocalProcess> StartAsync(
        string data, IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        foreach (var argument in (string[])[Program(), "--data", data, "--port", "0", "--no-sample"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SweepSchedule"] = "*/5 * * * * *";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var local = new LocalProcess(new Process { StartInfo = start });
        local._process.OutputDataReceived += (_, line) => local.Keep(line.Data);
        local._process.ErrorDataReceived += (_, line) => local.Keep(line.Data);
        local._process.Start();
        local._process.BeginOutputReadLine();
        local._process.BeginErrorReadLine();
        await local.WaitUntilItAnswersAsync(Path.Combine(data, "endpoints.json"), cancellationToken);
        return local;
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, and kills it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (OperatingSystem.IsWindows() || Signal(_process.Id, Terminate) != 0)
            {
                _process.Kill();
            }

            try
            {
                await _process.WaitForExitAsync().WaitAsync(s_endDeadline);
            }
            catch (TimeoutException)
            {
                _process.Kill();
                await _process.WaitForExitAsync();
            }
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Signal(int processId, int signal);

    /// <summary>The program that was built beside this test, in the same configuration.</summary>
    private static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(
            RepositoryPaths.Root, "functions", "ClosingGap.Local", "bin", output.Parent!.Name, output.Name, "ClosingGap.Local.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: build functions/ClosingGap.Local, or set CLOSINGGAP_BASE_URL.");
    }

    private async Task WaitUntilItAnswersAsync(string endpoints, CancellationToken cancellationToken)
    {
        await Eventually.HoldsAsync(
            "the service answers",
            s_startDeadline,
            async () =>
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"The service ended with exit code {_process.ExitCode}. It said: {Said()}");
                }

                return Read(endpoints) && await IsHealthyAsync();
            },
            cancellationToken);
    }

    private async Task<bool> IsHealthyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            return (await http.GetAsync($"{BaseUrl}/api/health")).IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>The file of an earlier process of this folder may still lie there; it names another process.</summary>
    private bool Read(string endpoints)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(endpoints));
            if (file.RootElement.GetProperty("pid").GetInt32() != _process.Id)
            {
                return false;
            }

            BaseUrl = file.RootElement.GetProperty("baseUrl").GetString()!;
            Storage = file.RootElement.GetProperty("storage").GetString()!;
            return true;
        }
        catch (Exception exception) when (exception is IOException or JsonException or Win32Exception)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    private string Said()
    {
        lock (_output)
        {
            return string.Join(Environment.NewLine, _output.TakeLast(20));
        }
    }
}
