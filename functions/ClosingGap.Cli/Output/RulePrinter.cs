using System.Globalization;

namespace ClosingGap.Cli.Output;

/// <summary>Prints broken rules: what, how often, where first, and what to do.</summary>
internal static class RulePrinter
{
    public static void Print(CliContext context, IEnumerable<RuleLine> rules)
    {
        foreach (var rule in rules)
        {
            var place = string.Join(", ", new[] { rule.File, rule.Column is { } column ? $"column {column}" : null, Rows(rule.FirstRows) }.Where(part => part is not null));
            context.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{rule.Severity.ToLowerInvariant()}: {rule.Code}, {(rule.Count == 1 ? "once" : $"{rule.Count:N0} times")}{(place.Length > 0 ? " in " : "")}{place}"));
            if (rule.Fix is { } fix)
            {
                context.Out.WriteLine($"    {fix}");
            }
        }
    }

    private static string? Rows(IReadOnlyList<long> rows) => rows.Count == 0
        ? null
        : $"first in {(rows.Count == 1 ? "row" : "rows")} {string.Join(", ", rows.Select(row => row.ToString(CultureInfo.InvariantCulture)))}";
}
