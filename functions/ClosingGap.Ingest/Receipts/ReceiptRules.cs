using System.Globalization;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Reports;

namespace ClosingGap.Ingest.Receipts;

/// <summary>The rules of a receipt, made of counts or of a report.</summary>
public static class ReceiptRules
{
    /// <summary>The rules of a validation, the gravest and then the most frequent first.</summary>
    public static IReadOnlyList<ReceiptRule> Of(DiagnosticSummary summary) =>
    [
        .. summary.Counts.OrderByDescending(count => count.Severity).ThenByDescending(count => count.Count).Select(count => Describe(
            count.Code, count.Severity.ToString().ToLowerInvariant(), count.Count, count.File, count.Column, count.FirstRows)),
    ];

    /// <summary>A rule with its words from the catalogue.</summary>
    public static ReceiptRule Describe(string code, string severity, long count, string? file, string? column, IReadOnlyList<long> firstRows)
    {
        var entry = DiagnosticCatalogue.Find(code);
        return new ReceiptRule(code, severity, count, file, column, firstRows, entry?.Meaning, entry?.Fix);
    }

    /// <summary>
    /// A receipt with every rule of its report, beyond those that a record has room for. A report leaves out warnings beyond a limit:
    /// where the receipt counts more, its count stays.
    /// </summary>
    public static async Task<Receipt> CompleteAsync(Receipt receipt, Stream jsonLines, CancellationToken cancellationToken)
    {
        var summary = new DiagnosticSummary();
        await foreach (var line in ReportLines.ReadAsync(jsonLines, cancellationToken).ConfigureAwait(false))
        {
            summary.Report(new Diagnostic(line.Code, line.Severity, line.File, line.Row, line.Column, line.Target));
        }

        var counted = receipt.Rules.ToDictionary(Place, StringComparer.Ordinal);
        var rules = Of(summary).Select(rule => counted.Remove(Place(rule), out var known) && known.Count > rule.Count ? rule with { Count = known.Count } : rule).ToList();
        return receipt with { Rules = [.. rules.Concat(counted.Values)] };
    }

    private static string Place(ReceiptRule rule) =>
        string.Create(CultureInfo.InvariantCulture, $"{rule.Severity}\n{rule.Code}\n{rule.File}\n{rule.Column}");
}
