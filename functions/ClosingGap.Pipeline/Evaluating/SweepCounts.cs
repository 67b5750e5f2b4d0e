using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What other thresholds of an indicator would have caught.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Thresholds">One for each threshold.</param>
public sealed record SweepCounts(string Indicator, IReadOnlyList<ThresholdCounts> Thresholds)
{
    /// <summary>The counts of two shards.</summary>
    public SweepCounts Merge(SweepCounts other) => this with { Thresholds = ThresholdSweep.Merge(Thresholds, other.Thresholds) };
}
