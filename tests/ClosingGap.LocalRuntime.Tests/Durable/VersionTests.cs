using ClosingGap.LocalRuntime.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class VersionTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", "", 1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0", "1.10", 1)]
    [InlineData("beta", "Alpha", 1)]
    public void Compare_Versions_OrdersNumbersByNumber(string left, string right, int expected) =>
        Assert.Equal(expected, Math.Sign(OrchestrationVersions.Compare(left, right)));

    [Fact]
    public async Task Instance_Versions_AreTheDefaultUnlessGiven()
    {
        var catalog = new CodeCatalog()
            .Orchestrator("Child", context => Task.FromResult<object?>(context.Version))
            .Orchestrator("Parent", async context =>
                $"{context.Version}/{context.CompareVersionTo("1.5")}/{await context.CallSubOrchestratorAsync<string>("Child")}");
        await using var engine = await EngineHarness.StartAsync(catalog, settings: (nameof(DurableEngineOptions.DefaultVersion), "2.0"));

        Assert.Equal("2.0/1/2.0", (await engine.RunAsync("Parent")).ReadOutputAs<string>());
        var old = await engine.Start("Parent", options: new StartOrchestrationOptions { Version = "1.0" });
        Assert.Equal("1.0/-1/2.0", (await engine.EndOf(old)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Instance_NewerThanTheProgram_WaitsForANewerOne()
    {
        var path = EngineHarness.NewPath();
        var catalog = new CodeCatalog().Orchestrator("Echo", context => Task.FromResult<object?>(context.Version));
        string id;
        await using (var old = await EngineHarness.StartAsync(catalog, path))
        {
            id = await old.Start("Echo", options: new StartOrchestrationOptions { Version = "1.1" });
            await old.RunAsync("Echo");
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await old.Find(id))!.RuntimeStatus);
        }

        await using var newer = await EngineHarness.StartAsync(catalog, path, settings: (nameof(DurableEngineOptions.DefaultVersion), "1.1"));

        Assert.Equal("1.1", (await newer.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Instance_NewerThanTheProgramUnderFail_Fails()
    {
        var catalog = new CodeCatalog().Orchestrator("Echo", context => Task.FromResult<object?>(context.Version));
        await using var engine = await EngineHarness.StartAsync(
            catalog, settings: (nameof(DurableEngineOptions.VersionFailureStrategy), nameof(VersionFailureStrategy.Fail)));

        var end = await engine.EndOf(await engine.Start("Echo", options: new StartOrchestrationOptions { Version = "1.1" }));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("VersionTooNew", end.FailureDetails!.ErrorType);
    }
}
