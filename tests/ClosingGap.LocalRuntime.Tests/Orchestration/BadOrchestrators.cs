using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Orchestration;

/// <summary>Orchestrators and activities that must be refused, one class for each reason.</summary>
public static class BadOrchestrators
{
    public sealed class NotStatic
    {
        [Function("Injected")]
        public Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;
    }

    public static class WrongContext
    {
        [Function("Stringly")]
        public static Task Run([OrchestrationTrigger] string context) => Task.CompletedTask;
    }

    public static class WithToken
    {
        [Function("Cancellable")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public static class WithClient
    {
        [Function("Clientful")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) => Task.CompletedTask;
    }

    public static class ActivityWithService
    {
        [Function("Serviced")]
        public static Task Run([ActivityTrigger] int input, TimeProvider time) => Task.CompletedTask;
    }

    public static class ClientOfAnotherType
    {
        [Function("Misclient")]
        public static Task Run([ActivityTrigger] int input, [DurableClient] string client) => Task.CompletedTask;
    }
}
