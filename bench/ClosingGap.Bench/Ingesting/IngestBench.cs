using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClosingGap.Bench.Ingesting;

/// <summary>Compares the reading of a generated package with other readers, each in a process of its own so that peaks of memory are true.</summary>
internal static class IngestBench
{
    private static readonly string[] s_own = ["validate", "validate-zip", "stage"];

    /// <summary>
    /// Writes the package, runs each reader in turn as many times as wanted and gives a table of its run of median length. A folder that is given
    /// is kept, and used again when it is there.
    /// </summary>
    public static async Task<string> RunAsync(int megabytes, int runs, bool peers, string? keptFolder, CancellationToken cancellationToken)
    {
        var temporary = keptFolder is null ? Directory.CreateTempSubdirectory("closinggap-bench-ingest-") : null;
        var folder = Path.Combine(keptFolder ?? temporary!.FullName, "package");
        try
        {
            var bytes = Directory.Exists(folder)
                ? new DirectoryInfo(folder).EnumerateFiles().Sum(static file => file.Length)
                : BulkPackage.Write(folder, megabytes);
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"A generated OneRoster 1.2 bulk package of {bytes / 1e6:N0} MB, {Environment.ProcessorCount} cores, .NET {Environment.Version}:");
            text.AppendLine();
            text.AppendLine("| reader | rows | seconds | least to most | CPU seconds | rows/s | MB/s | MB/s per core | peak memory |");
            text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            var readers = IngestReaders.All.Where(pair => peers || s_own.Contains(pair.Key, StringComparer.Ordinal)).ToArray();
            var measured = readers.ToDictionary(static pair => pair.Key, static _ => new List<IngestFigures>());
            for (var run = 1; run <= runs; run++)
            {
                foreach (var (name, _) in readers)
                {
                    measured[name].Add(await MeasureAsync(name, folder, cancellationToken));
                    Console.Error.WriteLine($"run {run} {name}: {measured[name][^1]}");
                }
            }

            foreach (var (name, reader) in readers)
            {
                var sorted = measured[name].OrderBy(static figures => figures.Seconds).ToArray();
                var figures = sorted[sorted.Length / 2];
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {reader.Title} | {figures.Rows:N0} | {figures.Seconds:F1} | {sorted[0].Seconds:F1} to {sorted[^1].Seconds:F1} | {figures.CpuSeconds:F1} | {figures.Rows / figures.Seconds:N0} | {bytes / 1e6 / figures.Seconds:N0} | {bytes / 1e6 / figures.CpuSeconds:N0} | {figures.PeakMegabytes:N0} MB |");
            }

            return text.ToString();
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    /// <summary>Reads with one reader in this process and prints its figures as one line of JSON.</summary>
    public static async Task ReadOnceAsync(string name, string folder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var rows = await IngestReaders.All[name].Read(folder, cancellationToken);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(
            new IngestFigures(rows, clock.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / (1024.0 * 1024.0))));
    }

    private static async Task<IngestFigures> MeasureAsync(string name, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "ingest-once", name, folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The reader did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<IngestFigures>(output)!
            : throw new InvalidOperationException($"The reader {name} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
    }
}
