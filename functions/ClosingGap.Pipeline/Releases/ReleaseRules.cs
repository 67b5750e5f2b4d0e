using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Releases;

/// <summary>By which rules a state's figures are protected.</summary>
/// <param name="RuleSet">The name of a rule set, e.g. <c>default</c>.</param>
/// <param name="MinimumStudents">The privacy n, in place of the rule set's own; null: that.</param>
/// <param name="ReliabilityStudents">The reliability n, in place of the rule set's own; null: that.</param>
public sealed record ReleaseRules(string RuleSet, int? MinimumStudents = null, int? ReliabilityStudents = null)
{
    /// <summary>True: one pattern of suppression over all measures; false, the default: one for the measures of the same students.</summary>
    public bool Together { get; init; }

    /// <summary>What holds for a state that has set nothing.</summary>
    public static ReleaseRules Default { get; } = new(SuppressionRules.Default.Name);

    /// <summary>The rules themselves; null when there is no rule set of that name.</summary>
    internal SuppressionRules? Find() => SuppressionRules.Find(RuleSet) is { } rules
        ? rules with
        {
            MinimumStudents = MinimumStudents ?? rules.MinimumStudents,
            MinimumReliableStudents = ReliabilityStudents ?? rules.MinimumReliableStudents,
        }
        : null;
}
