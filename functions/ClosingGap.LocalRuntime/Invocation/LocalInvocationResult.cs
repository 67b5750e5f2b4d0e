using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>Holds what a function returned.</summary>
internal sealed class LocalInvocationResult : InvocationResult
{
    public override object? Value { get; set; }
}
