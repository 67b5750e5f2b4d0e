using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task Child_Completing_GivesItsResultAndKnowsItsParent()
    {
        var catalog = new CodeCatalog()
            .Orchestrator("Child", context => Task.FromResult<object?>(
                $"{context.Parent!.Name}/{context.Parent.InstanceId}/{context.InstanceId}/{context.GetInput<int>()}"))
            .Orchestrator("Parent", async context => await Task.WhenAll(
                context.CallSubOrchestratorAsync<string>("Child", 1, new SubOrchestrationOptions(instanceId: "the-child")),
                context.CallSubOrchestratorAsync<string>("Child", 2)));
        await using var engine = await EngineHarness.StartAsync(catalog);
        await engine.Start("Parent", options: new StartOrchestrationOptions("the-parent"));

        var results = (await engine.EndOf("the-parent")).ReadOutputAs<string[]>()!;

        Assert.Equal("Parent/the-parent/the-child/1", results[0]);
        Assert.StartsWith("Parent/the-parent/", results[1], StringComparison.Ordinal);
        Assert.EndsWith("/2", results[1], StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.Find("the-child"))!.RuntimeStatus);
    }

    [Fact]
    public async Task Child_Failing_FailsTheCallWithTheWholeChain()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => throw new IOException("no")))
            .Orchestrator("Child", async context => await context.CallActivityAsync<int>("Break", 1))
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<int>("Child"));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var failure = (await engine.RunAsync("Parent")).FailureDetails!;

        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.ErrorType);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.InnerFailure!.ErrorType);
        Assert.Equal("System.IO.IOException", failure.InnerFailure.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Child_FailingOnce_IsTriedAgainUnderTheSameId()
    {
        var attempts = 0;
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => ++attempts < 2 ? throw new IOException("no") : attempts))
            .Orchestrator("Child", async context => await context.CallActivityAsync<int>("Break", 1))
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<int>(
                "Child", null, new RetryPolicy(3, TimeSpan.FromMilliseconds(1)).AsOptions().WithInstanceId("child")));
        await using var engine = await EngineHarness.StartAsync(catalog);

        Assert.Equal(2, (await engine.RunAsync("Parent")).ReadOutputAs<int>());
        Assert.Equal(2, (await engine.Find("child"))!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Child_OfAnIdThatRuns_IsRefused()
    {
        var catalog = new CodeCatalog()
            .Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("go"))
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>(
                "Waits", null, new SubOrchestrationOptions(instanceId: "taken")));
        await using var engine = await EngineHarness.StartAsync(catalog);
        await engine.Start("Waits", options: new StartOrchestrationOptions("taken"));

        var failure = (await engine.RunAsync("Parent")).FailureDetails!;

        Assert.Equal("DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException", failure.InnerFailure!.ErrorType);
        Assert.False((await engine.Find("taken"))!.IsCompleted);
    }

    [Fact]
    public async Task Child_Terminated_FailsTheCall()
    {
        var catalog = new CodeCatalog()
            .Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("go"))
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>(
                "Waits", null, new SubOrchestrationOptions(instanceId: "child")));
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Parent");
        await engine.Until("child", m => m.IsRunning);

        await engine.Client.TerminateInstanceAsync("child", TestContext.Current.CancellationToken);

        Assert.Equal("OrchestrationTerminated", (await engine.EndOf(id)).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Parent_TerminatedAndPurgedRecursively_TakesItsChildrenAlong()
    {
        var catalog = new CodeCatalog()
            .Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("go"))
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>(
                "Waits", null, new SubOrchestrationOptions(instanceId: "child")));
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Parent");
        await engine.Until("child", m => m.IsRunning);

        await engine.Client.TerminateInstanceAsync(
            id, new TerminateInstanceOptions("stopped", Recursive: true), TestContext.Current.CancellationToken);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.Find(id))!.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.Find("child"))!.RuntimeStatus);
        var purged = await engine.Client.PurgeInstanceAsync(
            id, new PurgeInstanceOptions(Recursive: true), TestContext.Current.CancellationToken);
        Assert.Equal(2, purged.PurgedInstanceCount);
        Assert.Null(await engine.Find("child"));
    }
}
