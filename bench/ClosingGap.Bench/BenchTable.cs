using System.Globalization;
using System.Text;
using ClosingGap.TestSupport;

namespace ClosingGap.Bench;

/// <summary>The figures as a table, for people and for the README.</summary>
internal static class BenchTable
{
    private const string Begin = "<!-- bench:begin -->";
    private const string End = "<!-- bench:end -->";

    public static string Of(int students, IReadOnlyList<BenchRow> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"A generated district of {students:N0} students, LocalRuntime with SQLite and Azurite on one machine ");
        text.AppendLine(CultureInfo.InvariantCulture, $"({Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB), .NET {Environment.Version}:");
        text.AppendLine();
        text.AppendLine("| drop | rows read | documents written | seconds to Published | CPU seconds of the app | peak memory of the app |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Rows:N0} | {row.Written:N0} | {row.Seconds:F1} | {row.CpuSeconds:F1} | {row.PeakMegabytes:F0} MB |");
        }

        return text.ToString();
    }

    public static void WriteToReadme(string table)
    {
        var path = Path.Combine(RepositoryPaths.Root, "README.md");
        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"README.md has no block between {Begin} and {End}.");
        }

        File.WriteAllText(path, string.Concat(text.AsSpan(0, begin + Begin.Length), "\n", table, text.AsSpan(end)));
    }
}
