namespace ClosingGap.Cli.Service;

/// <summary>A decision on a drop, who takes it, and why.</summary>
internal sealed record DecisionBody(string Decision, string By, string? Reason);
