using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace ClosingGap.Local.Storage;

/// <summary>
/// The storage emulator as package-lock.json pins it, installed by npm into a folder that is named by a hash of that file:
/// another lock file is another installation. Processes that ask at the same time wait for the one that installs.
/// </summary>
internal static class AzuriteInstallation
{
    private static readonly TimeSpan s_installLimit = TimeSpan.FromMinutes(8);

    /// <summary>The program's files that lie beside this assembly.</summary>
    public static string SourceFolder { get; } = Path.Combine(AppContext.BaseDirectory, "azurite");

    /// <summary>The path of the emulator's entry script; installs it when it is not there.</summary>
    /// <exception cref="LocalFaultException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(string tools, Action installing, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(SourceFolder, "package-lock.json"), cancellationToken)))[..12];
        var folder = Path.Combine(tools, $"azurite-{hash}");
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        var mark = Path.Combine(folder, "installed");
        if (File.Exists(mark) && File.Exists(script))
        {
            return script;
        }

        Directory.CreateDirectory(folder);
        await using var turn = await TakeTurnAsync(Path.Combine(folder, "lock"), cancellationToken);
        if (!File.Exists(mark) || !File.Exists(script))
        {
            installing();
            File.Copy(Path.Combine(SourceFolder, "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
            File.Copy(Path.Combine(SourceFolder, "package-lock.json"), Path.Combine(folder, "package-lock.json"), overwrite: true);
            await InstallAsync(folder, cancellationToken);
            await File.WriteAllTextAsync(mark, hash, cancellationToken);
        }

        return script;
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < s_installLimit)
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
        foreach (var argument in new[] { "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var npm = Process.Start(start)!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(s_installLimit);
            try
            {
                var output = npm.StandardOutput.ReadToEndAsync(limit.Token);
                var errors = npm.StandardError.ReadToEndAsync(limit.Token);
                await npm.WaitForExitAsync(limit.Token);
                if (npm.ExitCode != 0)
                {
                    throw new LocalFaultException(
                        $"emulator_not_installed: 'npm ci' failed in {folder}. It needs the npm registry once; check the network or npm's registry setting, then start again. npm said:{Environment.NewLine}{await errors}{await output}");
                }
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                throw cancellationToken.IsCancellationRequested
                    ? new OperationCanceledException(cancellationToken)
                    : new LocalFaultException($"emulator_not_installed: 'npm ci' did not end within {s_installLimit.TotalMinutes} minutes in {folder}. Check the network, then start again.");
            }
        }
        catch (Win32Exception)
        {
            throw new LocalFaultException("npm_missing: the program 'npm' was not found. It comes with Node.js: install it from https://nodejs.org (or: apt install npm), then start again.");
        }
    }
}
