using System.Diagnostics;
using System.Globalization;

namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>One run of the host program that may die on the way.</summary>
internal sealed class KillChild : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private KillChild(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public static KillChild Start(string directory, int crashAt = 0)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ClosingGap.LocalRuntime.KillHost.dll"), directory },
            Environment = { ["CRASH_AT"] = crashAt.ToString(CultureInfo.InvariantCulture) },
        };
        return new KillChild(Process.Start(start)!);
    }

    /// <summary>SIGKILL from outside.</summary>
    public void Kill() => process.Kill();

    /// <summary>What the program printed at its end; null when it was killed before.</summary>
    public async Task<KillReport?> EndAsync()
    {
        using var limit = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException("The host program neither ended nor died in time: an instance hangs.");
        }

        if (process.ExitCode == 137)
        {
            return null;
        }

        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}: {await errors}");
        var parts = (await output).Trim().Split('|');
        return new KillReport(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]);
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
}
