using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Evaluation;

/// <summary>What a rule said of one student on one date. It knows nothing of the student's groups or outcome.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AsOf">The as-of date of the verdict.</param>
/// <param name="Status">The verdict's status.</param>
public sealed record Flag(FlagRule Rule, DateOnly AsOf, VerdictStatus Status)
{
    /// <summary>True when the rule came to a verdict. Not applicable and not enough data are none.</summary>
    public bool HasVerdict => Status is VerdictStatus.Met or VerdictStatus.OnTrack or VerdictStatus.AtRisk or VerdictStatus.OffTrack;

    /// <summary>True when the status is the rule's or worse.</summary>
    public bool IsFlagged => Status switch
    {
        VerdictStatus.OffTrack => true,
        VerdictStatus.AtRisk => Rule.FlaggedFrom == VerdictStatus.AtRisk,
        _ => false,
    };

    /// <summary>The flag of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="flaggedFrom">At risk or off track.</param>
    public static Flag Of(Verdict verdict, VerdictStatus flaggedFrom)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new(new FlagRule(verdict.MilestoneId, verdict.MilestoneVersion, flaggedFrom), verdict.AsOf, verdict.Status);
    }
}
