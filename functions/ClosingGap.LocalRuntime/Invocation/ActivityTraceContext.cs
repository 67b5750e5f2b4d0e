using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>The trace context of the activity that was current when the invocation began; empty without one.</summary>
internal sealed class ActivityTraceContext(Activity? activity) : TraceContext
{
    public override string TraceParent => activity?.Id ?? "";

    public override string TraceState => activity?.TraceStateString ?? "";
}
