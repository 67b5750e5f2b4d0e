using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class OrchestrationTests
{
    [Fact]
    public async Task Orchestration_FanOut_ReturnsEveryResultInOrder()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Square", n => n * n)
            .Orchestrator("Fan", async context =>
                await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(n => context.CallActivityAsync<int>("Square", n))));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Fan", 25);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(Enumerable.Range(0, 25).Select(n => n * n), end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task Orchestration_WithoutAwait_Completes()
    {
        var catalog = new CodeCatalog().Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<string>()));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Echo", "a word");

        Assert.Equal("\"a word\"", end.SerializedOutput);
        Assert.Equal("\"a word\"", end.SerializedInput);
    }
}
