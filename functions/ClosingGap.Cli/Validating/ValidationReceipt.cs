using ClosingGap.Ingest.Receipts;

namespace ClosingGap.Cli.Validating;

/// <summary>The outcome of a validation on this machine, as the receipt that the service would write of it.</summary>
internal static class ValidationReceipt
{
    public static Receipt Of(ValidationDocument document) => new()
    {
        Kind = "Check",
        Path = Path.GetFileName(Path.TrimEndingDirectorySeparator(document.Path)),
        Profile = document.Profile,
        State = document.FatalCode is not null ? "would be rejected" : document.Valid ? "valid" : "not valid",
        ReasonCode = document.FatalCode,
        Reason = document.Reason,
        Next = document.FatalCode is not null ? "Correct what the reason and the rules name, then check again."
            : document.Valid ? "Drop it."
            : "Correct the rejected rows where they come from. Dropped as it is, they would be left out and the others taken.",
        Counts = new ReceiptCounts(document.RowsRead, document.Files.Sum(file => file.Accepted), document.RowsRejected, document.Warnings),
        Files = [.. document.Files.Select(file => new ReceiptFile(file.File, file.Table, file.Mode, file.Read, file.Accepted, file.Rejected, file.Deleted, file.Warnings))],
        Rules = [.. document.Rules.Select(rule => new ReceiptRule(rule.Code, rule.Severity, rule.Count, rule.File, rule.Column, rule.FirstRows, rule.Meaning, rule.Fix))],
    };
}
