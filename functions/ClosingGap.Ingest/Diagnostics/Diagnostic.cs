namespace ClosingGap.Ingest.Diagnostics;

/// <summary>One finding: where and which rule. It never holds a cell's content.</summary>
/// <param name="Code">The rule's stable code, e.g. <c>row.invalid_date</c>.</param>
/// <param name="Severity">What it does.</param>
/// <param name="File">The file's name in the package, or null for the package itself.</param>
/// <param name="Row">The row as a spreadsheet shows it, or null for the file itself.</param>
/// <param name="Column">The column's name, or null for the row itself.</param>
/// <param name="Target">For a reference: the table it points to; for a rule: its parameter, never a cell.</param>
/// <param name="Count">In how many rows, for a finding that is made once for several.</param>
/// <param name="Rows">The first of several rows, at most three.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string? File = null,
    long? Row = null,
    string? Column = null,
    string? Target = null,
    long Count = 1,
    IReadOnlyList<long>? Rows = null);
