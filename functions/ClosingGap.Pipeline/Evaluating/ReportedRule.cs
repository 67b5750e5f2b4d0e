using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>How a rule did.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="FlaggedFrom">At risk: both at risk and off track are flagged. Off track: only that.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Quality">The rates.</param>
/// <param name="Subgroups">By subgroup.</param>
public sealed record ReportedRule(
    string Milestone, int Version, VerdictStatus FlaggedFrom, ConfusionCounts Counts, ReportedQuality Quality, IReadOnlyList<ReportedSubgroup> Subgroups)
{
    internal static ReportedRule From(RuleEvaluation rule) => new(
        rule.Rule.MilestoneId,
        rule.Rule.MilestoneVersion,
        rule.Rule.FlaggedFrom,
        rule.Counts,
        ReportedQuality.From(rule.Quality),
        [.. rule.Subgroups.Select(ReportedSubgroup.From)]);
}
