using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>A typed view of what a function returned.</summary>
internal sealed class TypedInvocationResult<T>(InvocationResult result) : InvocationResult<T>
{
    public override T? Value
    {
        get => (T?)result.Value;
        set => result.Value = value;
    }
}
