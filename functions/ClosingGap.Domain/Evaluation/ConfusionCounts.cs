using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Evaluation;

/// <summary>
/// Students by what a rule said and what came of them. Sums only, so that counts of shards and schools merge in any order. The default
/// counts nobody.
/// </summary>
/// <param name="TruePositives">Flagged, and the adverse outcome came.</param>
/// <param name="FalsePositives">Flagged, and it did not come.</param>
/// <param name="FalseNegatives">Not flagged, and it came.</param>
/// <param name="TrueNegatives">Not flagged, and it did not come.</param>
/// <param name="NotApplicable">Not counted: the rule is not for the student.</param>
/// <param name="NotEnoughData">Not counted: the data carried no verdict.</param>
/// <param name="NoOutcome">Not counted: there is a verdict, but no outcome that counts.</param>
public readonly record struct ConfusionCounts(
    long TruePositives,
    long FalsePositives,
    long FalseNegatives,
    long TrueNegatives,
    long NotApplicable,
    long NotEnoughData,
    long NoOutcome)
{
    /// <summary>Flagged, of those counted.</summary>
    public long Flagged => TruePositives + FalsePositives;

    /// <summary>With the adverse outcome, of those counted.</summary>
    public long Adverse => TruePositives + FalseNegatives;

    /// <summary>Without the adverse outcome, of those counted.</summary>
    public long NotAdverse => FalsePositives + TrueNegatives;

    /// <summary>Those with a verdict and an outcome.</summary>
    public long Counted => Adverse + NotAdverse;

    /// <summary>Those without one of the two.</summary>
    public long NotCounted => NotApplicable + NotEnoughData + NoOutcome;

    /// <summary>One student. Who has neither verdict nor outcome is counted as without verdict.</summary>
    public static ConfusionCounts Of(Flag flag, OutcomeClass outcome)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return flag switch
        {
            { Status: VerdictStatus.NotApplicable } => new() { NotApplicable = 1 },
            { HasVerdict: false } => new() { NotEnoughData = 1 },
            _ => Of(flag.IsFlagged, outcome),
        };
    }

    /// <summary>One student with a verdict.</summary>
    public static ConfusionCounts Of(bool isFlagged, OutcomeClass outcome) => (outcome, isFlagged) switch
    {
        (OutcomeClass.Adverse, true) => new() { TruePositives = 1 },
        (OutcomeClass.Adverse, false) => new() { FalseNegatives = 1 },
        (OutcomeClass.NotAdverse, true) => new() { FalsePositives = 1 },
        (OutcomeClass.NotAdverse, false) => new() { TrueNegatives = 1 },
        _ => new() { NoOutcome = 1 },
    };

    /// <summary>Both counts together.</summary>
    public ConfusionCounts Merge(ConfusionCounts other) => new(
        TruePositives + other.TruePositives,
        FalsePositives + other.FalsePositives,
        FalseNegatives + other.FalseNegatives,
        TrueNegatives + other.TrueNegatives,
        NotApplicable + other.NotApplicable,
        NotEnoughData + other.NotEnoughData,
        NoOutcome + other.NoOutcome);

    /// <summary>All others: these counts less those of a part of the same students.</summary>
    internal ConfusionCounts Without(ConfusionCounts part) => new(
        TruePositives - part.TruePositives,
        FalsePositives - part.FalsePositives,
        FalseNegatives - part.FalseNegatives,
        TrueNegatives - part.TrueNegatives,
        NotApplicable - part.NotApplicable,
        NotEnoughData - part.NotEnoughData,
        NoOutcome - part.NoOutcome);
}
