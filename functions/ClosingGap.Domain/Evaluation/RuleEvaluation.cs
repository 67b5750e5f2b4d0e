using System.Runtime.InteropServices;

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
        var overall = new Dictionary<FlagRule, ConfusionCounts>();
        var groups = new Dictionary<(FlagRule Rule, string Group), ConfusionCounts>();
        foreach (var student in students)
        {
            if (!seen.Add(student.StudentKey))
            {
                throw new ArgumentException("A student is given twice. Give each student once, with all flags.", nameof(students));
            }

            foreach (var flag in student.FlagsOfRules())
            {
                var one = ConfusionCounts.Of(flag, definition.ClassOf(student.Outcome, flag.AsOf));
                Add(overall, flag.Rule, one);
                foreach (var group in student.Groups.Distinct(StringComparer.Ordinal))
                {
                    Add(groups, (flag.Rule, group), one);
                }
            }
        }

        var subgroups = groups.ToLookup(
            static entry => entry.Key.Rule,
            entry => new SubgroupEvaluation(entry.Key.Group, entry.Value, overall[entry.Key.Rule].Without(entry.Value), settings.MinimumStudents));
        return
        [
            .. overall
                .OrderBy(static entry => entry.Key.MilestoneId, StringComparer.Ordinal)
                .ThenBy(static entry => entry.Key.MilestoneVersion)
                .ThenBy(static entry => entry.Key.FlaggedFrom)
                .Select(entry => new RuleEvaluation(
                    entry.Key, entry.Value, [.. subgroups[entry.Key].OrderBy(static subgroup => subgroup.Group, StringComparer.Ordinal)])),
        ];
    }

    private static void Add<TKey>(Dictionary<TKey, ConfusionCounts> sums, TKey key, ConfusionCounts one)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum = sum.Merge(one);
    }
}
