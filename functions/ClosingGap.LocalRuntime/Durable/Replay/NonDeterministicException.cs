namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>The orchestrator did not do again what its history says it did.</summary>
internal sealed class NonDeterministicException(int position, string expected, string actual) : Exception(FormattableString.Invariant(
    $"At history record {position} the history holds {expected}, but the code {actual}. ")
    + "The orchestrator's code was changed while this instance ran, or it uses a clock, random numbers or other state from outside. "
    + "Keep the order of calls for running instances (branch on context.Version), or terminate this instance and start a new one.");
