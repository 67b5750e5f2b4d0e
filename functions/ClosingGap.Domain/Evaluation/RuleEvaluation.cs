namespace ClosingGap.Domain.Evaluation;

/// <summary>How a rule did, overall and by subgroup.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Counts">All students for whom a flag of the rule was given.</param>
/// <param name="Subgroups">Its subgroups, in ordinal order of their keys.</param>
public sealed record RuleEvaluation(FlagRule Rule, ConfusionCounts Counts, IReadOnlyList<SubgroupEvaluation> Subgroups)
{
    /// <summary>How well the rule did.</summary>
    public RuleQuality Quality => new(Counts);

    /// <summary>
    /// Checks the rules against what came. A student counts once for each rule, see <see cref="EvaluatedStudent.Flags"/>: of several flags
    /// the earliest with a verdict. A student without a flag of a rule does not count for it at all.
    /// </summary>
    /// <param name="students">Each student once.</param>
    /// <param name="definition">Which outcomes are adverse.</param>
    /// <param name="settings">The minimum.</param>
    /// <returns>One for each rule, by milestone, version and status.</returns>
    /// <exception cref="ArgumentException">A student is given twice.</exception>
    public static IReadOnlyList<RuleEvaluation> Of(
        IEnumerable<EvaluatedStudent> students, OutcomeDefinition definition, EvaluationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(students);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(settings);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tally = new EvaluationTally(definition);
        foreach (var student in students)
        {
            if (!seen.Add(student.StudentKey))
            {
                throw new ArgumentException("A student is given twice. Give each student once, with all flags.", nameof(students));
            }

            tally.Add(student);
        }

        return [.. tally.ToCounts().Select(counts => Of(counts, settings))];
    }

    /// <summary>The check of one rule by its counts.</summary>
    public static RuleEvaluation Of(RuleCounts counts, EvaluationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(settings);
        return new(
            counts.Rule,
            counts.Counts,
            [.. counts.Groups.Select(group => new SubgroupEvaluation(group.Key, group.Value, counts.Counts.Without(group.Value), settings.MinimumStudents))]);
    }
}
