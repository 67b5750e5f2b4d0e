namespace ClosingGap.Cli.Validating;

/// <summary>A rule that was broken: how often, where first, what it means and what to do.</summary>
internal sealed record ValidationRule(
    string Code, string Severity, long Count, string? File, string? Column, IReadOnlyList<long> FirstRows, string? Meaning, string? Fix);
