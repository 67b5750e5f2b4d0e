namespace ClosingGap.Pipeline.Drops;

/// <summary>The end of a decision.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Drop">The record as it is now.</param>
public sealed record DecisionResult(DecisionOutcome Outcome, Drop? Drop);
