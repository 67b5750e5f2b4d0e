namespace ClosingGap.Cli.Service;

/// <summary>What a check of rules found.</summary>
internal sealed record EvaluatedReport(DateOnly AsOf, int SchoolYear, DateOnly OutcomesAsOf, int OutcomeSchoolYear, IReadOnlyList<EvaluatedOutcome> Outcomes);
