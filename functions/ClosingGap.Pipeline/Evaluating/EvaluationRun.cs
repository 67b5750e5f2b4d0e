namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Names a check of rules in the payloads of its orchestration.</summary>
/// <param name="District">The district.</param>
/// <param name="EvaluationId">The check.</param>
public sealed record EvaluationRun(string District, string EvaluationId);
