using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>The counts of a shard for one definition of the outcome.</summary>
/// <param name="Outcome">The definition's name.</param>
/// <param name="Students">Students whom the rules could look at.</param>
/// <param name="Adverse">Of them, those to whom the adverse outcome came.</param>
/// <param name="NotAdverse">Of them, those to whom it did not come; of the rest nothing is known.</param>
/// <param name="Rules">By rule.</param>
/// <param name="Sweeps">By indicator, in the order of <see cref="SweptIndicator.All"/>.</param>
public sealed record OutcomeCounts(
    string Outcome, long Students, long Adverse, long NotAdverse, IReadOnlyList<RuleCounts> Rules, IReadOnlyList<SweepCounts> Sweeps)
{
    /// <summary>The counts of two shards.</summary>
    public OutcomeCounts Merge(OutcomeCounts other)
    {
        var tally = new EvaluationTally(OutcomeDefinition.All.First(definition => string.Equals(definition.Id, Outcome, StringComparison.Ordinal)));
        tally.Merge(Rules);
        tally.Merge(other.Rules);
        return new(
            Outcome,
            Students + other.Students,
            Adverse + other.Adverse,
            NotAdverse + other.NotAdverse,
            tally.ToCounts(),
            [.. Sweeps.Zip(other.Sweeps, static (one, two) => one.Merge(two))]);
    }
}
