using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>The host's functions as the engine sees them: orchestrators and activities by name.</summary>
internal interface ITaskFunctionCatalog
{
    bool HasOrchestrator(string name);

    bool HasActivity(string name);

    /// <summary>
    /// Runs the orchestrator function (through the worker middleware) once for this episode. Result is the function's return value.
    /// Called on the orchestrator's own thread: nothing but tasks of the context may be awaited before and in the function.
    /// The token is cancelled when the episode ends while the function still waits: middleware and scopes may then unwind
    /// (race the function's task against the token); what is returned afterwards is ignored.
    /// </summary>
    Task<object?> InvokeOrchestratorAsync(string name, TaskOrchestrationContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the activity function; the host turns the serialized input into the parameter's type. The token is cancelled when the
    /// engine stops; an activity that then fails is run again at the next start.
    /// </summary>
    Task<object?> InvokeActivityAsync(string name, TaskActivityContext context, string? serializedInput, CancellationToken cancellationToken);
}
