namespace ClosingGap.Cli.Service;

/// <summary>What is asked of a check of rules.</summary>
internal sealed record EvaluationBody(DateOnly? AsOf, long? Version, long? OutcomeVersion, string? By);
