using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Evaluation;

/// <summary>A rule under check: a version of a milestone, and the status from which a student is flagged.</summary>
public sealed record FlagRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="milestoneId">The milestone.</param>
    /// <param name="milestoneVersion">The version of its definition, from 1.</param>
    /// <param name="flaggedFrom">At risk: both at risk and off track are flagged. Off track: only that.</param>
    /// <exception cref="ArgumentException">No milestone, a version below 1, or another status.</exception>
    public FlagRule(string milestoneId, int milestoneVersion, VerdictStatus flaggedFrom)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(milestoneId);
        ArgumentOutOfRangeException.ThrowIfLessThan(milestoneVersion, 1);
        if (flaggedFrom is not (VerdictStatus.AtRisk or VerdictStatus.OffTrack))
        {
            throw new ArgumentOutOfRangeException(nameof(flaggedFrom), flaggedFrom, "A student is flagged from at risk or from off track on.");
        }

        MilestoneId = milestoneId;
        MilestoneVersion = milestoneVersion;
        FlaggedFrom = flaggedFrom;
    }

    /// <summary>The milestone.</summary>
    public string MilestoneId { get; }

    /// <summary>The version of its definition.</summary>
    public int MilestoneVersion { get; }

    /// <summary>At risk or off track: this status and worse are flagged.</summary>
    public VerdictStatus FlaggedFrom { get; }
}
