#pragma warning disable RS0030 // What is banned is what these are wrong in.
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Architecture.Orchestrators;

/// <summary>Orchestrators that are wrong on purpose, each in one way, and one that is right.</summary>
internal static class WrongOrchestrators
{
    public static async Task IsRight([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(context.NewGuid().ToString());
        await context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(1), CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => context.CallActivityAsync("Any", number)));
    }

    public static Task ReadsTheClock([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Any", DateTime.UtcNow);

    public static async Task ReadsTheClockInALambda([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.CallActivityAsync("Any", DateTimeOffset.Now)));

    public static Task ReadsTheClockInAMethodItCalls([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Any", Today());

    public static Task AsksATimeProvider([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync("Any", TimeProvider.System.GetUtcNow());

    public static async Task MakesAGuid([OrchestrationTrigger] TaskOrchestrationContext context) => await context.CallActivityAsync("Any", Guid.NewGuid());

    public static Task DrawsANumber([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Any", Random.Shared.Next());

    public static async Task LeavesTheThread([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await Task.Run(() => context.CallActivityAsync("Any"));

    public static async Task Waits([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await Task.Delay(1000);
        await context.CallActivityAsync("Any");
    }

    public static async Task ConfiguresAnAwait([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallActivityAsync("Any").ConfigureAwait(false);

    public static Task ReadsAFile([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Any", File.ReadAllText("settings.txt"));

    public static async Task AsksTheNetwork([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri("http://127.0.0.1/"));
    }

    public static Task ReadsTheEnvironment([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync("Any", Environment.GetEnvironmentVariable("ANY"));

    public static Task TakesAToken([OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken cancellationToken) =>
        context.CreateTimer(TimeSpan.FromSeconds(1), cancellationToken);

    public static Task TakesAService([OrchestrationTrigger] TaskOrchestrationContext context, IServiceProvider services) =>
        context.CallActivityAsync("Any", services is null);

    public static Task TakesAClient([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) =>
        context.CallActivityAsync("Any", client is null);

    private static DateTime Today() => DateTime.Today;
}
