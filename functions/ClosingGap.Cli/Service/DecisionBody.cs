namespace ClosingGap.Cli.Service;

/// <summary>A decision on a drop and who takes it.</summary>
internal sealed record DecisionBody(string Decision, string By);
