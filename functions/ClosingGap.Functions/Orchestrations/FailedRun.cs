using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>A run that failed.</summary>
/// <param name="Run">The run.</param>
/// <param name="ErrorType">The type of the exception; its message stays behind, as it may hold anything.</param>
public sealed record FailedRun(DropRun Run, string ErrorType);
