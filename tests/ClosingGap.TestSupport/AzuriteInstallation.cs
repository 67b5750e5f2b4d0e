using System.Diagnostics;

namespace ClosingGap.TestSupport;

/// <summary>
/// Installs the storage emulator once per machine, in a folder outside the repository, and says where its entry script is.
/// Several test processes may ask at once: a lock file lets one install and the others wait.
/// </summary>
internal static class AzuriteInstallation
{
    private const string Version = "3.37.0";
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"closinggap-azurite-{Version}");
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done) && File.Exists(script))
        {
            return script;
        }

        Directory.CreateDirectory(folder);
        await using var held = await LockAsync(Path.Combine(folder, "lock"), cancellationToken);
        if (!File.Exists(done) || !File.Exists(script))
        {
            await InstallAsync(folder, cancellationToken);
            await File.WriteAllTextAsync(done, Version, cancellationToken);
        }

        return script;
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < Deadline)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "install", $"azurite@{Version}", "--no-audit", "--no-fund", "--omit=dev", "--prefix", folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var npm = Process.Start(start) ?? throw new InvalidOperationException("npm did not start: install Node.js 20 or newer.");
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"npm could not install azurite {Version} in {folder} (exit {npm.ExitCode}): {await errors}{await output}");
        }
    }
}
