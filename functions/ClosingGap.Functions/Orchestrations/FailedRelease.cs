namespace ClosingGap.Functions.Orchestrations;

/// <summary>A release that failed.</summary>
/// <param name="Run">The release.</param>
/// <param name="ErrorType">The type of the exception; its message stays behind, as it may hold anything.</param>
public sealed record FailedRelease(ReleaseRun Run, string ErrorType);
