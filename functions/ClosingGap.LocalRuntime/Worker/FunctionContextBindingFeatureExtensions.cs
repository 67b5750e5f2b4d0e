using ClosingGap.LocalRuntime.Invocation;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads and replaces what a function returned.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => new TypedInvocationResult<T>(State(context).Result);

    public static InvocationResult GetInvocationResult(this FunctionContext context) => State(context).Result;

    private static InvocationState State(FunctionContext context) => context.Features.Get<InvocationState>()
        ?? throw new InvalidOperationException("This function context was not made by the host, so it has no invocation result.");
}
