namespace ClosingGap.Cli.Service;

/// <summary>A rule that rows of a drop broke, with the first places.</summary>
internal sealed record DropStatusRule(
    string Code, string Severity, long Count, string? File, string? Column, IReadOnlyList<long>? FirstRows, string? Fix);
