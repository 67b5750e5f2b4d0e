using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>How a rule did for a subgroup.</summary>
/// <param name="Group">The group's key.</param>
/// <param name="Counts">The counts.</param>
/// <param name="TooFewToSay">True when too few had the adverse outcome, or were flagged, for rates to say anything: they are left out then.</param>
/// <param name="Quality">The rates.</param>
/// <param name="RecallGap">Recall of all others less that of the subgroup: above 0, the rule misses more of the subgroup.</param>
/// <param name="FalseAlarmGap">False alarms of all others less those of the subgroup: below 0, more of the subgroup are flagged for nothing.</param>
public sealed record ReportedSubgroup(
    string Group, ConfusionCounts Counts, bool TooFewToSay, ReportedQuality? Quality, ReportedGap? RecallGap, ReportedGap? FalseAlarmGap)
{
    internal static ReportedSubgroup From(SubgroupEvaluation subgroup) => new(
        subgroup.Group,
        subgroup.Counts,
        subgroup.IsTooFewToSay,
        subgroup.IsTooFewToSay ? null : ReportedQuality.From(subgroup.Quality),
        subgroup.HasRecallGap ? ReportedGap.From(subgroup.RecallGap) : null,
        subgroup.HasFalseAlarmGap ? ReportedGap.From(subgroup.FalseAlarmGap) : null);
}
