namespace ClosingGap.Cli.Service;

/// <summary>A refusal as the service words it (RFC 9457).</summary>
internal sealed record Problem(string? Title, string? Detail, string? Code, IReadOnlyList<ProblemError>? Errors);
