using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Tests.Suppression;

namespace ClosingGap.Bench.Rollups;

/// <summary>Protects one measure of an invented state: as a first release, after students came to every second district, and after a district came; or one against many earlier ones.</summary>
internal static class SuppressionBench
{
    private const int Seed = 5;

    public static string Run(int districts)
    {
        var text = Begin(districts);
        var all = StateTables.Of(districts, 1, Seed);
        var first = Protect(text, "the first", all, []);
        Protect(text, "after one to six students came to every second district", StateTables.Changed(all, districts, Seed), [Earlier(all, first, all.CellCount)]);
        var fewer = StateTables.WithoutLast(all, districts);
        var before = Protect(text, "the first, without the last district", fewer, []);
        Protect(text, "after that district came", all, [Earlier(fewer, before, all.CellCount)]);
        Protect(text, "after it went again", fewer, [Earlier(all, first, fewer.CellCount)]);
        return text.ToString();
    }

    /// <summary>Between two releases one to six students came to every second district; each release is protected against all before it.</summary>
    public static string RunAgainst(int districts, int releases)
    {
        var text = Begin(districts);
        var tables = StateTables.Of(districts, 1, Seed);
        var earlier = new List<EarlierRelease>();
        for (var release = 0; release <= releases; release++)
        {
            var told = Protect(text, string.Create(CultureInfo.InvariantCulture, $"against {release} earlier ones"), tables, earlier);
            earlier.Insert(0, Earlier(tables, told, tables.CellCount));
            tables = StateTables.Changed(tables, districts, Seed + release);
        }

        return text.ToString();
    }

    private static StringBuilder Begin(int districts) => new(string.Create(
        CultureInfo.InvariantCulture, $"{districts:N0} districts, {StateTables.Groups} groups, one measure\n\n| release | cells | seconds | peak memory so far | kept | withheld | unproven | rounds |\n|---|---:|---:|---:|---:|---:|---:|---:|\n"));

    private static SuppressedTables Protect(StringBuilder text, string name, CountTables tables, IReadOnlyList<EarlierRelease> earlier)
    {
        var clock = Stopwatch.StartNew();
        var result = Suppressor.Protect(tables, SuppressionRules.Default, earlier);
        using var process = Process.GetCurrentProcess();
        var (report, unproven) = (result.Report, result.Report.UnprovenEarlier + result.Report.WithheldComponents.Sum(component => component.Unproven.Count));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {report.Cells:N0} | {clock.Elapsed.TotalSeconds:F1} | {process.PeakWorkingSet64 / (1024 * 1024):N0} MB | {report.ShareKept * 100:F1} % | {report.Withheld} | {unproven} | {report.Rounds} |");
        Console.Error.WriteLine(line);
        text.AppendLine(line);
        return result;
    }

    /// <summary>A release as the cells of the next one have it; the district that comes or goes is the last.</summary>
    private static EarlierRelease Earlier(CountTables then, SuppressedTables told, int cellsNow)
    {
        var cells = Math.Max(then.CellCount, cellsNow);
        return new EarlierRelease([.. then.Measures.Zip(told.Measures, (table, published) => new EarlierMeasure(
            table.Measure,
            [.. Enumerable.Range(0, cells).Select(cell => cell < then.CellCount ? table.Cells[cell] : (CountCell?)null)],
            [.. Enumerable.Range(0, cells).Select(cell => cell < then.CellCount ? published.Cells[cell] : null)]))])
        {
            GoneCells = cells - cellsNow, Lines = then.CellCount == cellsNow ? [] : then.Lines,
        };
    }
}
