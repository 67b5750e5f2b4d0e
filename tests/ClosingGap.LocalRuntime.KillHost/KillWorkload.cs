using ClosingGap.LocalRuntime.Tests.Durable;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.KillHost;

/// <summary>
/// An orchestration with one of everything: fan-out, retry, timer, event, sub-orchestration, ContinueAsNew, and an event that comes
/// before anyone waits for it and is taken after ContinueAsNew.
/// </summary>
internal static class KillWorkload
{
    public const string InstanceId = "kill-run";
    public const string Output = "fan=15;flaky=ok;go=1;child=107;early=7;last=3";

    public static CodeCatalog Catalog(EffectLog effects) => new CodeCatalog()
        .Activity<int>("Add", n =>
        {
            effects.Write($"Add {n}");
            return n;
        })
        .Activity<string>("Flaky", _ => effects.Write("Flaky") < 3 ? throw new IOException("This attempt was made to fail.") : "ok")
        .Orchestrator("Child", async context => 100 + await context.CallActivityAsync<int>("Add", context.GetInput<int>()))
        .Orchestrator("Main", MainAsync);

    private static async Task<object?> MainAsync(TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is { Length: > 0 } soFar)
        {
            var early = await context.WaitForExternalEvent<int>("early");
            var last = await context.CallActivityAsync<int>("Add", 3);
            return FormattableString.Invariant($"{soFar};early={early};last={last}");
        }

        var values = await Task.WhenAll(Enumerable.Range(10, 5).Select(n => context.CallActivityAsync<int>("Add", n)));
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMilliseconds(5)));
        var flaky = await context.CallActivityAsync<string>("Flaky", "x", retry);
        await context.CreateTimer(TimeSpan.FromMilliseconds(10), CancellationToken.None);
        context.SetCustomStatus("waiting");
        var go = await context.WaitForExternalEvent<int>("go");
        var child = await context.CallSubOrchestratorAsync<int>("Child", 7);
        context.ContinueAsNew(FormattableString.Invariant(
            $"fan={values.Sum() - 45};flaky={flaky};go={go};child={child}"));
        return null;
    }
}
