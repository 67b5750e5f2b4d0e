using ClosingGap.LocalRuntime.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class EpisodeTests
{
    [Fact]
    public async Task Host_MiddlewareAroundTheOrchestrator_UnwindsAtTheEndOfEveryEpisode()
    {
        var catalog = new ScopedCatalog(new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("Steps", async context =>
            {
                var n = 0;
                while (n < 5)
                {
                    n = await context.CallActivityAsync<int>("Next", n);
                }

                return n;
            }));
        await using var engine = await EngineHarness.StartAsync(catalog);

        Assert.Equal(5, (await engine.RunAsync("Steps")).ReadOutputAs<int>());

        Assert.Equal(6, catalog.Opened);
        Assert.Equal(6, catalog.Closed);
    }

    [Fact]
    public async Task Result_ThatDoesNotFitTheType_FailsTheAwaitingCode()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Text", _ => "not a number")
            .Activity<int>("Negative", _ => new { Value = -1 })
            .Orchestrator("Json", async context => await context.CallActivityAsync<int>("Text", 1))
            .Orchestrator("Constructor", async context => await context.CallActivityAsync<Picky>("Negative", 1));
        await using var engine = await EngineHarness.StartAsync(catalog);

        Assert.Equal("System.Text.Json.JsonException", (await engine.RunAsync("Json")).FailureDetails!.ErrorType);
        Assert.Equal("System.ArgumentOutOfRangeException", (await engine.RunAsync("Constructor")).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task Output_ThatCannotBeSerialized_FailsTheInstance()
    {
        var catalog = new CodeCatalog().Orchestrator("Odd", _ => Task.FromResult<object?>(typeof(string)));
        await using var engine = await EngineHarness.StartAsync(catalog);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.RunAsync("Odd")).RuntimeStatus);
    }

    [Fact]
    public async Task Status_ReadDuringATransaction_DoesNotWaitForIt()
    {
        var catalog = new CodeCatalog().Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("go"));
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Waits");
        await engine.Until(id, m => m.IsRunning);

        var state = engine.Database.Write((session, _) =>
        {
            session.Execute("UPDATE instances SET status = 1");

            // Another thread, as the writer's lock would let its own thread in again.
            return Task.Run(() => engine.Find(id)).WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult();
        });

        Assert.Equal(OrchestrationRuntimeStatus.Running, state!.RuntimeStatus);
    }

    [Fact]
    public async Task Instances_FinishedInNumbers_LeaveNothingForAnotherToRead()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("One", async context => await context.CallActivityAsync<int>("Next", context.GetInput<int>()));
        await using var engine = await EngineHarness.StartAsync(catalog);

        await Task.WhenAll(Enumerable.Range(0, 300).Select(n => engine.RunAsync("One", n)));

        Assert.Equal(0, engine.Count("SELECT (SELECT COUNT(*) FROM inbox) + (SELECT COUNT(*) FROM activities)"));
        foreach (var query in (string[])["SELECT * FROM history WHERE instance_key = 7 ORDER BY seq", "SELECT * FROM inbox WHERE instance_key = 7 AND due_at <= 9",
            "SELECT MIN(due_at) FROM inbox WHERE due_at > 5", "SELECT * FROM instances WHERE instance_id = 'x'", "SELECT * FROM instances WHERE parent_key = 7"])
        {
            var plan = engine.Database.Read(session => session.Query("EXPLAIN QUERY PLAN " + query, row => row.GetString(3)));
            Assert.All(plan, step => Assert.StartsWith("SEARCH", step, StringComparison.Ordinal));
        }
    }

    private sealed record Picky
    {
        public Picky(int value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Value = value;
        }

        public int Value { get; }
    }

    /// <summary>A host that opens a scope around each run of an orchestrator, as middleware does.</summary>
    private sealed class ScopedCatalog(CodeCatalog inner) : ITaskFunctionCatalog
    {
        private int opened;
        private int closed;

        public int Opened => opened;

        public int Closed => closed;

        public bool HasOrchestrator(string name) => inner.HasOrchestrator(name);

        public bool HasActivity(string name) => inner.HasActivity(name);

        public async Task<object?> InvokeOrchestratorAsync(string name, TaskOrchestrationContext context, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref opened);
            try
            {
                var blocked = new TaskCompletionSource<object?>();
                await using var registration = cancellationToken.Register(() => blocked.TrySetResult(null));
                return await await Task.WhenAny(inner.InvokeOrchestratorAsync(name, context, cancellationToken), blocked.Task);
            }
            finally
            {
                Interlocked.Increment(ref closed);
            }
        }

        public Task<object?> InvokeActivityAsync(
            string name, TaskActivityContext context, string? serializedInput, CancellationToken cancellationToken) =>
            inner.InvokeActivityAsync(name, context, serializedInput, cancellationToken);
    }
}
