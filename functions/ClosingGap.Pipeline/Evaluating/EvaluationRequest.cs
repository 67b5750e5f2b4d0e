namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What is to be checked.</summary>
/// <param name="Version">The published version from whose data the rules judge; null for the one that is published.</param>
/// <param name="OutcomeVersion">The published version that knows what became of the students, not before the other; null for the one that is published.</param>
/// <param name="AsOf">The day from which the rules look, within the first version's school year; null for the end of the last month in its first half.</param>
public sealed record EvaluationRequest(long? Version, long? OutcomeVersion, DateOnly? AsOf);
