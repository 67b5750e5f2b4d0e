namespace ClosingGap.Domain.Evaluation;

/// <summary>What a threshold would have caught.</summary>
/// <param name="Threshold">The threshold, reached at equality.</param>
/// <param name="Counts">The counts, had it been the rule's.</param>
public sealed record ThresholdCounts(Fraction Threshold, ConfusionCounts Counts)
{
    /// <summary>How well the rule would have done.</summary>
    public RuleQuality Quality => new(Counts);
}
