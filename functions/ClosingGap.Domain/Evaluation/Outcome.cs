namespace ClosingGap.Domain.Evaluation;

/// <summary>What became of one student, and when.</summary>
/// <param name="Kind">What became of the student.</param>
/// <param name="On">The day on which it happened. Only what happened after a flag can judge that flag.</param>
public sealed record Outcome(OutcomeKind Kind, DateOnly On);
