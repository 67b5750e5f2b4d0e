using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation;
using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Validating;

/// <summary>What a receipt says of a validation: counts, codes and places.</summary>
internal static class ReceiptFigures
{
    private const string ByProfile = "profile.";

    /// <summary>The record with what was read, file by file, and the rules that were broken.</summary>
    public static Drop Describe(Drop drop, ValidationResult result, DiagnosticSummary summary)
    {
        // A row that an operator of the profile rejects never reaches the validator: it was read and rejected all the same.
        var rejected = summary.Counts
            .Where(count => count.Severity == Severity.Error && count.Code.StartsWith(ByProfile, StringComparison.Ordinal)).Sum(count => count.Count);
        return drop with
        {
            Counts = drop.Counts with
            {
                RowsRead = result.Files.Sum(file => file.RowsRead) + rejected,
                RowsRejected = result.Files.Sum(file => file.RowsRejected) + rejected,
                RowsApplied = result.IsRejected ? 0 : result.Files.Sum(file => file.RowsAccepted),
                Warnings = result.Warnings,
            },
            Files =
            [
                .. result.Files.OrderBy(file => file.Table is null ? 1 : 0).Take(DropLimits.MaxFiles).Select(file => new DropFile(
                    ShownName.Of(file.File), file.Table, file.Mode?.ToString().ToLowerInvariant(), file.RowsRead, file.RowsRejected, file.Warnings, file.RowsAccepted, file.RowsDeleted)),
            ],
            Rules = Rules(summary),
            Joins = result.Joins,
        };
    }

    /// <summary>The rules that were broken, the gravest and then the most frequent first.</summary>
    public static IReadOnlyList<DropRule> Rules(DiagnosticSummary summary) =>
    [
        .. summary.Counts.OrderByDescending(count => count.Severity).ThenByDescending(count => count.Count).Take(DropLimits.MaxRules)
            .Select(count => new DropRule(
                count.Code, count.Severity.ToString().ToLowerInvariant(), count.Count, Shown(count.File), Shown(count.Column), count.FirstRows,
                DiagnosticTexts.Fix(count.Code))),
    ];

    // Findings of a profile's own operators may name many columns; a record has a bounded size.
    private static string? Shown(string? name) => name is null ? null : ShownName.Of(name);
}
