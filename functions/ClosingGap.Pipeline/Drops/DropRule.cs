namespace ClosingGap.Pipeline.Drops;

/// <summary>A rule that rows broke, with the first places.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity"><c>warning</c>, <c>error</c> or <c>fatal</c>.</param>
/// <param name="Count">How often.</param>
/// <param name="File">The file, or null.</param>
/// <param name="Column">The column, or null.</param>
/// <param name="FirstRows">The first places: row numbers as a spreadsheet shows them.</param>
/// <param name="Fix">What to do.</param>
public sealed record DropRule(string Code, string Severity, long Count, string? File, string? Column, IReadOnlyList<long> FirstRows, string? Fix);
