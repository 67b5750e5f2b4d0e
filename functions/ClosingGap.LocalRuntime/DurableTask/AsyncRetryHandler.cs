namespace Microsoft.DurableTask;

/// <summary>Decides whether a failed call is tried again; may await tasks of the orchestration context, such as timers.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
