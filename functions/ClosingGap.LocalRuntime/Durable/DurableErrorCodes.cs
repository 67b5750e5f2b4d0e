namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Stable codes of the engine's own failures; they appear as <c>FailureDetails.ErrorType</c> and begin the message of exceptions.</summary>
internal static class DurableErrorCodes
{
    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";
    public const string ActivityNotFound = "ActivityTaskNotFound";
    public const string NonDeterministic = "NonDeterministicOrchestrator";
    public const string IllegalAwait = "IllegalOrchestratorAwait";
    public const string PayloadTooLarge = "PayloadTooLarge";
    public const string VersionTooNew = "VersionTooNew";
    public const string HistoryTooLong = "HistoryTooLong";
    public const string Terminated = "OrchestrationTerminated";
    public const string AlreadyExists = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";
    public const string DatabaseInUse = "DurableDatabaseInUse";
}
