namespace Microsoft.DurableTask.Client;

/// <param name="Recursive">Whether the sub-orchestrations go as well.</param>
public record PurgeInstanceOptions(bool Recursive = false);
