using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>How the rules did, held against one definition of the outcome.</summary>
/// <param name="Outcome">The definition's name.</param>
/// <param name="Students">Students whom the rules could look at.</param>
/// <param name="Adverse">Of them, those to whom the adverse outcome came.</param>
/// <param name="NotAdverse">Of them, those to whom it did not come; of the rest nothing is known.</param>
/// <param name="Rules">The rules that had a verdict on anybody whose outcome is known.</param>
/// <param name="Sweeps">What other thresholds would have caught.</param>
public sealed record ReportedOutcome(
    string Outcome, long Students, long Adverse, long NotAdverse, IReadOnlyList<ReportedRule> Rules, IReadOnlyList<ReportedSweep> Sweeps)
{
    internal static ReportedOutcome From(OutcomeCounts counts) => new(
        counts.Outcome,
        counts.Students,
        counts.Adverse,
        counts.NotAdverse,
        [.. counts.Rules.Where(rule => rule.Counts.Counted > 0).Select(rule => ReportedRule.From(RuleEvaluation.Of(rule, EvaluationSettings.Default)))],
        [.. counts.Sweeps.Zip(SweptIndicator.All, static (sweep, swept) => new ReportedSweep(sweep.Indicator, swept.IsShare, [.. sweep.Thresholds.Select(ReportedThreshold.From)]))]);
}
