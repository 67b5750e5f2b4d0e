using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>No retry policy: a blob's tries and an activity's retries are not the worker's, here as in Azure.</summary>
internal sealed class NoRetryContext : RetryContext
{
    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
