namespace ClosingGap.Cli.Service;

/// <summary>How the rules did by one definition of the outcome.</summary>
internal sealed record EvaluatedOutcome(
    string Outcome, long Students, long Adverse, long NotAdverse, IReadOnlyList<EvaluatedRule> Rules, IReadOnlyList<EvaluatedSweep> Sweeps);
