using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClosingGap.Local.Tests;

/// <summary>The program as its own process, in a data folder of the test.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private LocalProcess(Process process) => _process = process;

    /// <summary>What it said, on both of its outputs.</summary>
    public string Said => string.Join('\n', _lines);

    public int Id => _process.Id;

    /// <summary>Starts it; <paramref name="path"/> takes the place of the search path.</summary>
    public static LocalProcess Start(string[] arguments, string? path = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Dotnet()) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ClosingGap.Local.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("AzureWebJobsStorage");
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var local = new LocalProcess(new Process { StartInfo = start });
        local._process.OutputDataReceived += (_, line) => local.Hear(line.Data);
        local._process.ErrorDataReceived += (_, line) => local.Hear(line.Data);
        local._process.Start();
        local._process.BeginOutputReadLine();
        local._process.BeginErrorReadLine();
        return local;
    }

    /// <summary>Runs it to its end; the exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string[] arguments, string? path = null)
    {
        await using var local = Start(arguments, path);
        return (await local.EndAsync(), local.Said);
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_deadline, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits until it has said something.</summary>
    public Task UntilSaidAsync(string text) =>
        UntilAsync<bool>(
            () => Said.Contains(text, StringComparison.Ordinal) ? true : _process.HasExited ? throw new InvalidOperationException(Said) : (bool?)null, text);

    /// <summary>Where it answers, once it does.</summary>
    public static async Task<JsonElement> EndpointsAsync(string data) => await UntilAsync(
        () => File.Exists(Path.Combine(data, "endpoints.json"))
            ? JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "endpoints.json"))).RootElement
            : (JsonElement?)null,
        "endpoints.json");

    /// <summary>Waits until nothing listens at a storage connection's blob endpoint.</summary>
    public static Task UntilGoneAsync(string storage)
    {
        var endpoint = new Uri(storage.Split("BlobEndpoint=")[1].Split(';')[0]);
        return UntilAsync(() => IsListening(endpoint) ? (bool?)null : true, "the storage emulator to be gone");
    }

    /// <summary>Ends it as the system ends a program that does not answer.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static bool IsListening(Uri endpoint)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(endpoint.Host, endpoint.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<T> UntilAsync<T>(Func<T?> read, string what)
        where T : struct
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (read() is { } value)
            {
                return value;
            }

            Assert.True(waited.Elapsed < s_deadline, $"Not within {s_deadline.TotalMinutes} minutes: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    // The host program of the runtime that runs this test: a search path may be missing on purpose.
    private static string Dotnet()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
