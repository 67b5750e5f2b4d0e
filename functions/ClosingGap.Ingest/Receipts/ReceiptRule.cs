namespace ClosingGap.Ingest.Receipts;

/// <summary>A rule that was broken in one column of one file, with the first places.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity"><c>warning</c>, <c>error</c> or <c>fatal</c>.</param>
/// <param name="Count">How often.</param>
/// <param name="File">The file, or null for the package.</param>
/// <param name="Column">The column, or null for the row or file.</param>
/// <param name="FirstRows">The first rows, at most three, as a spreadsheet shows them.</param>
/// <param name="Meaning">One sentence: what was found.</param>
/// <param name="Fix">One sentence: what to do.</param>
public sealed record ReceiptRule(
    string Code, string Severity, long Count, string? File, string? Column, IReadOnlyList<long> FirstRows, string? Meaning, string? Fix);
