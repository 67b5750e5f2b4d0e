namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What a check found.</summary>
/// <param name="AsOf">The day from which the rules looked.</param>
/// <param name="SchoolYear">The school year (its ending year) that they looked at.</param>
/// <param name="OutcomesAsOf">The day up to which is known what became of the students.</param>
/// <param name="OutcomeSchoolYear">The school year (its ending year) of it: the same, or a later one.</param>
/// <param name="Rules">A hash of the definitions and settings that were applied.</param>
/// <param name="Outcomes">One for each definition of the outcome.</param>
public sealed record EvaluationReport(
    DateOnly AsOf, int SchoolYear, DateOnly OutcomesAsOf, int OutcomeSchoolYear, string Rules, IReadOnlyList<ReportedOutcome> Outcomes);
