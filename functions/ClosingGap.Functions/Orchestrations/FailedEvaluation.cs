using ClosingGap.Pipeline.Evaluating;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>A check of rules that failed.</summary>
/// <param name="Run">The check.</param>
/// <param name="ErrorType">The type of the exception; its message stays behind, as it may hold anything.</param>
public sealed record FailedEvaluation(EvaluationRun Run, string ErrorType);
