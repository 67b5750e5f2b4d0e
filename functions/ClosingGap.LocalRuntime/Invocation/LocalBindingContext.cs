using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>The values a trigger gave.</summary>
internal sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => data;
}
