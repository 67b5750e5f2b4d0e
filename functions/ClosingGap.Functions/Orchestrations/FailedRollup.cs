namespace ClosingGap.Functions.Orchestrations;

/// <summary>A rollup that failed.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="ErrorType">The type of the exception; its message stays behind, as it may hold anything.</param>
public sealed record FailedRollup(string Rollup, string ErrorType);
