using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Evaluation;

/// <summary>How a rule did for a subgroup, and for all other students checked.</summary>
/// <param name="Group">The group's key, e.g. <c>race:Asian</c>.</param>
/// <param name="Counts">The subgroup.</param>
/// <param name="Others">All students of the rule who are not in it, also those whose group is not known.</param>
/// <param name="MinimumStudents">The minimum that was asked; see <see cref="EvaluationSettings.MinimumStudents"/>.</param>
public sealed record SubgroupEvaluation(string Group, ConfusionCounts Counts, ConfusionCounts Others, int MinimumStudents)
{
    /// <summary>How well the rule did for the subgroup.</summary>
    public RuleQuality Quality => new(Counts);

    /// <summary>
    /// Recall of all others less that of the subgroup, −1 to 1, with Newcombe's interval. Above 0, the rule misses more of the subgroup's
    /// students who got into trouble. Null when nobody on one side did.
    /// </summary>
    public Interval? RecallGap => Gap(new RuleQuality(Others).Recall, Quality.Recall);

    /// <summary>
    /// False-alarm rate of all others less that of the subgroup, −1 to 1, with Newcombe's interval. Below 0, more of the subgroup's students
    /// who were fine are flagged. Null when nobody on one side was.
    /// </summary>
    public Interval? FalseAlarmGap => Gap(new RuleQuality(Others).FalseAlarmRate, Quality.FalseAlarmRate);

    /// <summary>True when fewer of the subgroup than the minimum had the adverse outcome, or were flagged: too few to say.</summary>
    public bool IsTooFewToSay => Counts.Adverse < MinimumStudents || Counts.Flagged < MinimumStudents;

    /// <summary>True when recall can be compared: the minimum had the adverse outcome on both sides.</summary>
    public bool HasRecallGap => Math.Min(Counts.Adverse, Others.Adverse) >= MinimumStudents;

    /// <summary>True when false alarms can be compared: the minimum had no adverse outcome on both sides.</summary>
    public bool HasFalseAlarmGap => Math.Min(Counts.NotAdverse, Others.NotAdverse) >= MinimumStudents;

    private static Interval? Gap(Rate? others, Rate? group) =>
        others is { } reference && group is { } focal ? RateGap.Newcombe(reference, focal) : null;
}
