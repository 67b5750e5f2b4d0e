using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClosingGap.Bench.Indicating;

/// <summary>Compares the computing of indicators with an engine that makes the core aggregates of the same files, each in a process of its own.</summary>
internal static class IndicatorsBench
{
    private static readonly SortedDictionary<string, (string Title, Func<string, CancellationToken, Task<(long Students, CoreTotals Totals)>> Compute)> s_ways = new(StringComparer.Ordinal)
    {
        ["1-own"] = ("ClosingGap: all facts and verdicts", OwnIndicators.AllAsync),
        ["2-own-core"] = ("ClosingGap: attendance, failures, credits", OwnIndicators.CoreAsync),
#if DUCKDB
        ["3-duckdb"] = ("DuckDB: attendance, failures, credits", DuckDbIndicators.ComputeAsync),
#endif
    };

    private const int WarmRuns = 15;

    /// <summary>Makes the snapshots, runs each way in turn as often as wanted and gives a table of the runs of median length.</summary>
    /// <param name="sizes">Numbers of students.</param>
    /// <param name="runs">How often.</param>
    /// <param name="keptFolder">Where snapshots are kept, and found again; null: nowhere.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<string> RunAsync(IReadOnlyList<int> sizes, int runs, string? keptFolder, CancellationToken cancellationToken)
    {
        var temporary = keptFolder is null ? Directory.CreateTempSubdirectory("closinggap-bench-snapshots-") : null;
        try
        {
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, medians of {runs}:");
            text.AppendLine();
            text.AppendLine("| students | computed by | first, seconds | again, seconds | least to most | CPU seconds | students/s | students per CPU second | peak memory |");
            text.AppendLine("|---:|---|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var students in sizes)
            {
                var folder = Path.Combine(keptFolder ?? temporary!.FullName, students.ToString(CultureInfo.InvariantCulture));
                Directory.CreateDirectory(folder);
                await SnapshotFolder.EnsureAsync(students, folder, cancellationToken);
                await MeasureAsync(text, students, folder, runs, cancellationToken);
            }

            return text.ToString();
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    /// <summary>Computes in this process, once cold and then again as a service does that runs, and prints the figures as one line of JSON.</summary>
    public static async Task ComputeAsync(string way, string folder, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var runs = new List<(double Seconds, double Cpu)>();
        var found = (Students: 0L, Totals: new CoreTotals(0, 0, 0, 0, 0));
        for (var run = 0; run <= WarmRuns; run++)
        {
            var clock = Stopwatch.StartNew();
            var cpu = Cpu();
            found = await s_ways[way].Compute(folder, cancellationToken);
            runs.Add((clock.Elapsed.TotalSeconds, Cpu() - cpu));
        }

        var warm = runs.Skip(1).Order().ElementAt(WarmRuns / 2);
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(
            new IndicatorFigures(found.Students, runs[0].Seconds, warm.Seconds, warm.Cpu, process.PeakWorkingSet64 / (1024.0 * 1024.0), found.Totals)));

        double Cpu()
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    private static async Task MeasureAsync(StringBuilder text, int students, string folder, int runs, CancellationToken cancellationToken)
    {
        var measured = s_ways.ToDictionary(static way => way.Key, static _ => new List<IndicatorFigures>());
        for (var run = 1; run <= runs; run++)
        {
            foreach (var way in s_ways.Keys)
            {
                measured[way].Add(await ChildAsync(way, folder, cancellationToken));
                await Console.Error.WriteLineAsync($"run {run.ToString(CultureInfo.InvariantCulture)} {way}: {measured[way][^1]}");
            }
        }

        foreach (var (way, (title, _)) in s_ways)
        {
            var sorted = measured[way].OrderBy(static figures => figures.Seconds).ToArray();
            var median = sorted[sorted.Length / 2];
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {students:N0} | {title} | {median.ColdSeconds:F2} | {median.Seconds:F2} | {sorted[0].Seconds:F2} to {sorted[^1].Seconds:F2} | {median.CpuSeconds:F2} | {median.Students / median.Seconds:N0} | {median.Students / median.CpuSeconds:N0} | {median.PeakMegabytes:N0} MB |");
        }

        var totals = measured.Values.SelectMany(static figures => figures).Select(static figures => figures.Totals).Distinct().ToList();
        if (totals.Count > 1)
        {
            throw new InvalidOperationException($"The ways do not agree: {string.Join("; ", totals)}.");
        }
    }

    private static async Task<IndicatorFigures> ChildAsync(string way, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["indicators-once", way, folder]) { RedirectStandardOutput = true };

        // As the app runs, see its project file.
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_GCLOHThreshold"] = "0x800000";
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("The computation did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<IndicatorFigures>(output)!
            : throw new InvalidOperationException($"{way} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
    }
}
