using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("name", "call of activity 'First'", "asked for a call of activity 'Second'")]
    [InlineData("kind", "call of activity 'First'", "asked for a timer")]
    [InlineData("less", "call of activity 'First'", "did not ask for it")]
    [InlineData("more", "no further call", "asked for a call of activity 'Second'")]
    [InlineData("ends", "an orchestrator that still waits", "has ended")]
    public async Task Replay_CodeChangedUnderARunningInstance_FailsAndSaysWhere(string change, string history, string code)
    {
        var path = EngineHarness.NewPath();
        var catalog = new CodeCatalog()
            .Activity<string>("First", s => s)
            .Activity<string>("Second", s => s)
            .Orchestrator("Changing", async context =>
            {
                await context.CallActivityAsync("First", "x");
                return await context.WaitForExternalEvent<string>("go");
            });
        string id;
        await using (var before = await EngineHarness.StartAsync(catalog, path))
        {
            id = await before.Start("Changing");
            await before.UntilCount("SELECT COUNT(*) FROM history WHERE kind = 3", 1);
        }

        catalog.Orchestrator("Changing", async context =>
        {
            switch (change)
            {
                case "name":
                    await context.CallActivityAsync("Second", "x");
                    break;
                case "kind":
                    await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                    break;
                case "less":
                    await context.WaitForExternalEvent<string>("go");
                    break;
                case "more":
                    await Task.WhenAll(context.CallActivityAsync("First", "x"), context.CallActivityAsync("Second", "x"));
                    break;
                case "ends":
                    await context.CallActivityAsync("First", "x");
                    return "early";
            }

            return await context.WaitForExternalEvent<string>("go");
        });
        await using var after = await EngineHarness.StartAsync(catalog, path);
        await after.Raise(id, "go", "y");
        var end = await after.EndOf(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("NonDeterministicOrchestrator", end.FailureDetails!.ErrorType);
        Assert.Contains("At history record", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(history, end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(code, end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("terminate this instance", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("run")]
    [InlineData("configureAwait")]
    [InlineData("thread")]
    public async Task Orchestrator_AwaitingWhatIsNotOfItsContext_Fails(string what)
    {
        var catalog = new CodeCatalog()
            .Activity<string>("First", s => s)
            .Orchestrator("Illegal", async context =>
            {
                switch (what)
                {
                    case "delay":
                        await Task.Delay(TimeSpan.FromMinutes(10));
                        break;
                    case "run":
                        await Task.Run(() => Thread.Sleep(50));
                        break;
                    case "configureAwait":
                        await context.CallActivityAsync("First", "x").ConfigureAwait(false);
                        break;
                    case "thread":
                        await Task.WhenAll(context.CallActivityAsync("First", "x"), Task.Run(() => context.CallActivityAsync("First", "y")));
                        break;
                }

                await context.CallActivityAsync("First", "z");
                return "no";
            });
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Illegal");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Await only tasks of the context", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_StartedOnAFileInUse_SaysSo()
    {
        var path = EngineHarness.NewPath();
        await using var first = await EngineHarness.StartAsync(new CodeCatalog(), path);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => EngineHarness.StartAsync(new CodeCatalog(), path));

        Assert.StartsWith("DurableDatabaseInUse", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_StoppedDuringAnActivity_RunsItAgainAtTheNextStart()
    {
        var path = EngineHarness.NewPath();
        var runs = 0;
        var begun = new TaskCompletionSource();
        var catalog = new CodeCatalog()
            .Activity<string>("Long", async (s, token) =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    begun.SetResult();
                    await Task.Delay(Timeout.Infinite, token);
                }

                return s;
            })
            .Orchestrator("Calls", async context => await context.CallActivityAsync<string>("Long", "x"));
        string id;
        await using (var first = await EngineHarness.StartAsync(catalog, path))
        {
            id = await first.Start("Calls");
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }

        await using var second = await EngineHarness.StartAsync(catalog, path);

        Assert.Equal("x", (await second.EndOf(id)).ReadOutputAs<string>());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Client_BeforeTheEngineStarts_LeavesWorkForIt()
    {
        var catalog = new CodeCatalog().Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<int>()));
        await using var engine = await EngineHarness.StartAsync(catalog, start: false);
        var id = await engine.Start("Echo", 5);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await engine.Find(id))!.RuntimeStatus);

        await engine.StartEngineAsync();

        Assert.Equal(5, (await engine.EndOf(id)).ReadOutputAs<int>());
    }
}
