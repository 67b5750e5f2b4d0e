using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>The W3C trace context that an invocation came with; empty when it came with none.</summary>
internal sealed class LocalTraceContext(string? traceParent, string? traceState) : TraceContext
{
    public override string TraceParent => traceParent ?? "";

    public override string TraceState => traceState ?? "";
}
