using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Where a sub-orchestration's result goes.</summary>
internal sealed record ParentLink(long Key, int Execution, int TaskId, ParentOrchestrationInstance Instance);
