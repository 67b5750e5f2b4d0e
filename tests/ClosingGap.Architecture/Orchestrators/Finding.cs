namespace ClosingGap.Architecture.Orchestrators;

/// <summary>A rule that an orchestrator breaks.</summary>
/// <param name="Orchestrator">Class and method.</param>
/// <param name="Rule">The rule's short name.</param>
/// <param name="What">What was used, and where.</param>
internal sealed record Finding(string Orchestrator, string Rule, string What);
