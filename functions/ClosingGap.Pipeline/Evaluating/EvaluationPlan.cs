using ClosingGap.Pipeline.Computing;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What the shards of a check share; fixed once, before the first.</summary>
/// <param name="AsOf">The day from which the rules look.</param>
/// <param name="Before">The context of the version from whose data they judge.</param>
/// <param name="After">The context of the version that knows what became of the students.</param>
public sealed record EvaluationPlan(DateOnly AsOf, ComputeContext Before, ComputeContext After);
