namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What one shard brings to a check.</summary>
/// <param name="Outcomes">One for each definition of the outcome, always in the same order.</param>
public sealed record EvaluationShard(IReadOnlyList<OutcomeCounts> Outcomes);
