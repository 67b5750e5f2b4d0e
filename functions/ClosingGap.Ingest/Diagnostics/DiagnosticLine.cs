namespace ClosingGap.Ingest.Diagnostics;

/// <summary>One line of a report file.</summary>
/// <param name="Code">The rule's stable code.</param>
/// <param name="Severity"><c>Warning</c>, <c>Error</c> or <c>Fatal</c>.</param>
/// <param name="File">The file, or absent for the package.</param>
/// <param name="Row">The row as a spreadsheet shows it, or absent for the file.</param>
/// <param name="Column">The column, or absent for the row.</param>
/// <param name="Target">The table pointed to, or the rule's parameter.</param>
/// <param name="Fix">One sentence: what to do.</param>
/// <param name="Count">In how many rows; absent for one.</param>
/// <param name="Rows">The first of several rows; absent for one.</param>
public sealed record DiagnosticLine(
    string Code,
    Severity Severity,
    string? File,
    long? Row,
    string? Column,
    string? Target,
    string? Fix,
    long? Count = null,
    IReadOnlyList<long>? Rows = null);
