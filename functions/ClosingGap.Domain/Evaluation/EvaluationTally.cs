using System.Runtime.InteropServices;

namespace ClosingGap.Domain.Evaluation;

/// <summary>
/// Counts students by what rules said and what came of them, for one definition of the outcome. It holds sums and no student, so that a shard
/// is counted for itself and merged. Not safe to share between threads.
/// </summary>
/// <param name="definition">Which outcomes are adverse.</param>
public sealed class EvaluationTally(OutcomeDefinition definition)
{
    private readonly Dictionary<FlagRule, Dictionary<string, ConfusionCounts>> _groups = [];
    private readonly Dictionary<FlagRule, ConfusionCounts> _counts = [];

    /// <summary>
    /// Counts one student, who is given once: once for each rule, see <see cref="EvaluatedStudent.Flags"/>. A student without a flag of a rule
    /// does not count for it at all.
    /// </summary>
    public void Add(EvaluatedStudent student)
    {
        ArgumentNullException.ThrowIfNull(student);
        string[] groups = [.. student.Groups.Distinct(StringComparer.Ordinal)];
        foreach (var flag in student.FlagsOfRules())
        {
            var one = ConfusionCounts.Of(flag, definition.ClassOf(student.Outcome, flag.AsOf));
            Add(_counts, flag.Rule, one);
            var ofRule = GroupsOf(flag.Rule);
            foreach (var group in groups)
            {
                Add(ofRule, group, one);
            }
        }
    }

    /// <summary>Adds the counts of other students.</summary>
    public void Merge(IEnumerable<RuleCounts> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var other in others)
        {
            Add(_counts, other.Rule, other.Counts);
            var ofRule = GroupsOf(other.Rule);
            foreach (var (group, counts) in other.Groups)
            {
                Add(ofRule, group, counts);
            }
        }
    }

    /// <summary>The counts, by milestone, version and status.</summary>
    public IReadOnlyList<RuleCounts> ToCounts() =>
    [
        .. _counts
            .OrderBy(static entry => entry.Key.MilestoneId, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Key.MilestoneVersion)
            .ThenBy(static entry => entry.Key.FlaggedFrom)
            .Select(entry => new RuleCounts(entry.Key, entry.Value, new(GroupsOf(entry.Key), StringComparer.Ordinal))),
    ];

    private Dictionary<string, ConfusionCounts> GroupsOf(FlagRule rule)
    {
        ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, rule, out _);
        return groups ??= new(StringComparer.Ordinal);
    }

    private static void Add<TKey>(Dictionary<TKey, ConfusionCounts> sums, TKey key, ConfusionCounts one)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum = sum.Merge(one);
    }
}
