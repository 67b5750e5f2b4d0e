namespace ClosingGap.Cli.Service;

/// <summary>One of several things that are wrong with what was sent, for example a line of a profile.</summary>
internal sealed record ProblemError(int? Line, string? Path, string? Code, string? Text);
