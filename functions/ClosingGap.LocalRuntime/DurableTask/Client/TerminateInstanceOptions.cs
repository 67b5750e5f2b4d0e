namespace Microsoft.DurableTask.Client;

/// <param name="Output">Kept as the instance's output.</param>
/// <param name="Recursive">Whether running sub-orchestrations are terminated as well.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
