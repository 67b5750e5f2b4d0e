using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Tests.Durable;

internal static class RetryPolicyOptions
{
    public static TaskOptions AsOptions(this RetryPolicy policy) => TaskOptions.FromRetryPolicy(policy);
}
