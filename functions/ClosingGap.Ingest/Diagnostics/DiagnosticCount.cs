namespace ClosingGap.Ingest.Diagnostics;

/// <summary>All findings of one code in one column of one file.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Severity">What it does.</param>
/// <param name="File">The file, or null for the package.</param>
/// <param name="Column">The column, or null for the row or file.</param>
/// <param name="Count">How many.</param>
/// <param name="FirstRows">The first rows concerned, at most three.</param>
/// <param name="Target">What the first of them pointed to, or its rule's parameter.</param>
public sealed record DiagnosticCount(
    string Code, Severity Severity, string? File, string? Column, long Count, IReadOnlyList<long> FirstRows, string? Target = null);
