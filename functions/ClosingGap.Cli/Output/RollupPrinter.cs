using System.Globalization;
using ClosingGap.Cli.Service;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>Prints a rollup for people.</summary>
internal static class RollupPrinter
{
    public static void Print(CliContext context, RollupAnswer answer, bool withDistricts)
    {
        var rollup = answer.Rollup;
        if (rollup.Counts is { } counts)
        {
            context.Out.WriteLine(rollup.Progress is { } progress
                ? string.Create(CultureInfo.InvariantCulture, $"{rollup.Id} {rollup.State}: {progress.Step} {progress.Done:N0} of {progress.Total:N0}")
                : $"{rollup.Id} {rollup.State}{(rollup.Release is { } release ? string.Create(CultureInfo.InvariantCulture, $", released as {release}") : "")}");
            context.Out.WriteLine(string.Join(", ", counts.Where(count => count.Value > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value:N0}"))));
        }

        if (rollup.Reason is not null)
        {
            context.Out.WriteLine($"{rollup.Reason} [{rollup.ReasonCode}]");
        }

        foreach (var alert in rollup.Alerts)
        {
            context.Out.WriteLine($"! {alert.Text} [{alert.Code}]");
        }

        if (answer.Unproven is { Count: > 0 } unproven)
        {
            context.Out.WriteLine("Withheld, and not shown to be protected; look at these before a release:");
            var cells = Tables.Create(("measure", false), ("district", false), ("school", false), ("group", false));
            foreach (var cell in unproven)
            {
                cells.AddRow(Tables.Cells(cell.Measure, cell.District, cell.School, cell.Group));
            }

            context.Console.Write(cells);
        }

        if (withDistricts)
        {
            var table = Tables.Create(("district", false), ("name", false), ("status", false), ("as of", false), ("students", true), ("state ids", false));
            foreach (var district in answer.Districts)
            {
                table.AddRow(Tables.Cells(
                    district.District, district.Name, district.Status, district.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), district.Students, district.IsDeduplicated ? "yes" : "no"));
            }

            context.Console.Write(table);
        }
    }
}
