namespace ClosingGap.Functions.Http;

/// <summary>What is asked of a check of rules; all of it may be left out.</summary>
/// <param name="AsOf">The day from which the rules look.</param>
/// <param name="Version">The published version from whose data they judge.</param>
/// <param name="OutcomeVersion">The published version that knows what became of the students.</param>
/// <param name="By">Who asks.</param>
public sealed record EvaluationRequestBody(DateOnly? AsOf, long? Version, long? OutcomeVersion, string? By);
