using ClosingGap.Pipeline.Evaluating;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>One step of a check of rules.</summary>
/// <param name="Run">The check.</param>
/// <param name="Number">The shard; for the last step, how many there are.</param>
public sealed record EvaluationPiece(EvaluationRun Run, int Number);
