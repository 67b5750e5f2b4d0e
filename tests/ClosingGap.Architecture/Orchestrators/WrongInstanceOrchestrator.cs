using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ClosingGap.Architecture.Orchestrators;

/// <summary>An orchestrator whose class is made anew on each replay.</summary>
internal sealed class WrongInstanceOrchestrator
{
    public Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Any");
}
