namespace ClosingGap.Cli.Service;

/// <summary>What is asked of a release that corrects.</summary>
internal sealed record ReleaseBody(string Reason, string? By);
