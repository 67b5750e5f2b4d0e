using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>What the host keeps of one invocation, beside what the app sees. Lies among the context's features.</summary>
internal sealed class InvocationState(Discovery.FunctionMethod method, object trigger)
{
    public Discovery.FunctionMethod Method => method;

    /// <summary>What started the function, as its kind of trigger made it.</summary>
    public object Trigger => trigger;

    public LocalInvocationResult Result { get; } = new();

    /// <summary>Whether the function itself was reached, or middleware still has (or kept) control.</summary>
    public bool FunctionReached { get; set; }

    public static InvocationState Of(FunctionContext context) => context.Features.Get<InvocationState>()
        ?? throw new InvalidOperationException("The function context was not made by this host: middleware must hand on the one it got.");
}
