using System.Diagnostics;
using ClosingGap.LocalRuntime.SampleApp;
using ClosingGap.LocalRuntime.Tests.Support;

namespace ClosingGap.LocalRuntime.Tests.Apps;

/// <summary>The sample app as a process of its own.</summary>
internal sealed class SampleAppProcess : IAsyncDisposable
{
    private const string Listening = "Listening for HTTP functions on ";
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> output = [];

    private SampleAppProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The app ended before it listened: {Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    public Task<Uri> Address => address.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public static SampleAppProcess Start(TemporaryFolder folder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] own =
        [
            typeof(SampleFunctions).Assembly.Location,
            $"LocalRuntime:StatePath={folder.File("runtime.db")}",
            $"LocalRuntime:Durable:DatabasePath={folder.File("durable.db")}",
            $"JournalPath={folder.File("journal")}",
            "LocalRuntime:Blobs:PollInterval=00:00:00.1",
        ];
        foreach (var argument in own.Concat(settings))
        {
            start.ArgumentList.Add(argument);
        }

        return new SampleAppProcess(start);
    }

    /// <summary>Ends it without a warning, as a power cut of the process.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to end (SIGTERM) and gives its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(40));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        lock (output)
        {
            output.Add(line ?? "");
        }

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
        {
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
