using ClosingGap.LocalRuntime.Durable;
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

        var end = await engine.RunAsync("Fan", 100);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(Enumerable.Range(0, 100).Select(n => n * n), end.ReadOutputAs<int[]>()!);
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

    [Fact]
    public async Task Orchestration_WindowByWhenAny_TakesResultsAsTheyCome()
    {
        var slow = new TaskCompletionSource();
        var catalog = new CodeCatalog()
            .Activity<string>("Wait", async (name, token) =>
            {
                if (name == "slow")
                {
                    await slow.Task.WaitAsync(token);
                }

                return name;
            })
            .Orchestrator("Race", async context =>
            {
                var running = new List<Task<string>>
                {
                    context.CallActivityAsync<string>("Wait", "slow"), context.CallActivityAsync<string>("Wait", "fast"),
                };
                var order = new List<string>();
                while (running.Count > 0)
                {
                    var first = await Task.WhenAny(running);
                    running.Remove(first);
                    order.Add(await first);
                    context.SetCustomStatus(order);
                }

                return order;
            });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Race");

        await engine.Until(id, m => m.SerializedCustomStatus == """["fast"]""");
        slow.SetResult();

        Assert.Equal(["fast", "slow"], (await engine.EndOf(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Orchestration_Replayed_SeesTheSameTimesAndGuidsAndLogsOnce()
    {
        var seen = new List<(bool Replaying, DateTime Time, Guid Guid)>();
        var catalog = new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("Steps", async context =>
            {
                var logger = context.CreateReplaySafeLogger("Steps");
                seen.Clear();
                for (var i = 0; i < 4; i++)
                {
                    seen.Add((context.IsReplaying, context.CurrentUtcDateTime, context.NewGuid()));
                    WriteStep(logger, i);
                    await context.CallActivityAsync<int>("Next", i);
                    context.SetCustomStatus(seen.Select(s => $"{s.Time:O} {s.Guid}"));
                }

                return seen.Select(s => s.Replaying);
            });
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Steps");

        Assert.Equal([true, true, true, true], end.ReadOutputAs<bool[]>()!);
        Assert.Equal(4, seen.Select(s => s.Guid).Distinct().Count());
        Assert.Equal(seen.Select(s => $"{s.Time:O} {s.Guid}"), end.ReadCustomStatusAs<string[]>()!);
        Assert.Equal(seen.Select(s => s.Time).Order(), seen.Select(s => s.Time));
        for (var i = 0; i < 4; i++)
        {
            Assert.Single(engine.Logs.All, line => line.Contains($"step {i} was taken", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Orchestration_ContinuedAsNew_ForgetsHistoryAndKeepsEvents()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("Loop", async context =>
            {
                var round = context.GetInput<int>();
                await context.CallActivityAsync<int>("Next", round);
                var word = await context.WaitForExternalEvent<string>("word");
                context.SetCustomStatus($"{round}:{word}");
                if (round < 4)
                {
                    context.ContinueAsNew(round + 1);
                    return null;
                }

                return word;
            });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Loop", 0);
        foreach (var word in (string[])["zero", "one", "two", "three", "four"])
        {
            await engine.Raise(id, "Word", word);
        }

        var end = await engine.EndOf(id);

        Assert.Equal("four", end.ReadOutputAs<string>());
        Assert.Equal("4:four", end.ReadCustomStatusAs<string>());
        Assert.Equal(1, engine.Count("SELECT COUNT(*) FROM history WHERE kind = 2"));
    }

    [Fact]
    public async Task Orchestration_ContinuedAsNewWithoutKeepingEvents_DropsThem()
    {
        var catalog = new CodeCatalog().Orchestrator("Drop", async context =>
        {
            if (context.GetInput<string>() is "again")
            {
                return await context.WaitForExternalEvent<string>("word");
            }

            await context.WaitForExternalEvent<string>("start");
            context.ContinueAsNew("again", preserveUnprocessedEvents: false);
            return null;
        });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Drop");
        await engine.Raise(id, "word", "lost");
        await engine.UntilCount("SELECT COUNT(*) FROM history WHERE kind = 10", 1);
        await engine.Raise(id, "start");
        await engine.Until(id, m => m.SerializedInput == "\"again\"");

        await engine.Raise(id, "word", "kept");

        Assert.Equal("kept", (await engine.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Activities_MoreThanTheLimit_NeverRunBeyondIt()
    {
        var running = 0;
        var most = 0;
        var full = new TaskCompletionSource();
        var catalog = new CodeCatalog()
            .Activity<int>("Count", async (_, token) =>
            {
                var now = Interlocked.Increment(ref running);
                lock (full)
                {
                    most = Math.Max(most, now);
                }

                if (now == 3)
                {
                    full.TrySetResult();
                }

                // Nobody goes on before three run at once, so a lower limit would show as well.
                await full.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return null;
            })
            .Orchestrator("Fan", async context =>
            {
                await Task.WhenAll(Enumerable.Range(0, 30).Select(n => context.CallActivityAsync("Count", n)));
                return null;
            });
        await using var engine = await EngineHarness.StartAsync(catalog, settings: (nameof(DurableEngineOptions.MaxConcurrentActivities), "3"));

        var end = await engine.RunAsync("Fan");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Orchestrations_MoreThanTheLimit_AllEnd()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("One", async context => await context.CallActivityAsync<int>("Next", context.GetInput<int>()));
        await using var engine = await EngineHarness.StartAsync(catalog, settings: (nameof(DurableEngineOptions.MaxConcurrentOrchestrations), "2"));

        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => engine.Start("One", n)));
        var ends = await Task.WhenAll(ids.Select(engine.EndOf));

        Assert.Equal(Enumerable.Range(1, 200), ends.Select(end => end.ReadOutputAs<int>()));
    }

    private static void WriteStep(Microsoft.Extensions.Logging.ILogger logger, int step) =>
        Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, "step {Step} was taken", step);
}
