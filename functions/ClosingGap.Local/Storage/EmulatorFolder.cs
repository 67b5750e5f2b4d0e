using System.Diagnostics;
using System.Globalization;

namespace ClosingGap.Local.Storage;

/// <summary>The folder of the emulator's data. When this program was killed, its emulator still saves for a moment; nobody else may work there then.</summary>
internal static class EmulatorFolder
{
    private const string ProcessIdFile = "host.pid";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    /// <exception cref="LocalFaultException">An emulator still works there.</exception>
    public static async Task WaitUntilFreeAsync(string folder, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (HolderOf(folder) is { } holder)
        {
            if (waited.Elapsed > s_limit)
            {
                throw new LocalFaultException(string.Create(
                    CultureInfo.InvariantCulture, $"emulator_running: a storage emulator (process {holder}) still works in {folder}. End it, or give another folder: --data DIR."));
            }

            await Task.Delay(s_interval, cancellationToken);
        }
    }

    private static int? HolderOf(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, ProcessIdFile));
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return null;
            }

            // The number may be another program's by now: the emulator runs on node.
            using var process = Process.GetProcessById(id);
            return process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase) && !process.HasExited ? id : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
