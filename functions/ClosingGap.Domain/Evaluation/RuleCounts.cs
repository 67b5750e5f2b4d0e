namespace ClosingGap.Domain.Evaluation;

/// <summary>The counts of a rule and of its subgroups: sums only, so that those of shards merge in any order.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Counts">All students for whom a flag of the rule was given.</param>
/// <param name="Groups">By group key: those of them who are in it.</param>
public sealed record RuleCounts(FlagRule Rule, ConfusionCounts Counts, SortedDictionary<string, ConfusionCounts> Groups);
