using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Orchestration;

/// <summary>What an activity is called with: its context, and its input as JSON.</summary>
internal sealed record ActivityInvocation(TaskActivityContext Context, string? SerializedInput);
