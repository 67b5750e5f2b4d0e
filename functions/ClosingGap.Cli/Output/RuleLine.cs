namespace ClosingGap.Cli.Output;

/// <summary>A rule that was broken, with the first places and what to do.</summary>
internal sealed record RuleLine(
    string Severity, string Code, long Count, string? File, string? Column, IReadOnlyList<long> FirstRows, string? Fix);
