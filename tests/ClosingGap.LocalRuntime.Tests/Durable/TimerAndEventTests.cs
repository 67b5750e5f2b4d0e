using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class TimerAndEventTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Timer_DueAfterARestart_FiresAtItsTime()
    {
        var time = new FakeTimeProvider(Start);
        var path = EngineHarness.NewPath();
        var catalog = new CodeCatalog().Orchestrator("Sleeps", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(30), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        string id;
        await using (var first = await EngineHarness.StartAsync(catalog, path, time))
        {
            id = await first.Start("Sleeps");
            await first.UntilCount("SELECT COUNT(*) FROM inbox WHERE due_at > 0", 1);
        }

        await using var second = await EngineHarness.StartAsync(catalog, path, time);
        time.Advance(TimeSpan.FromHours(29));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await second.Find(id))!.RuntimeStatus);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Start.AddHours(30).UtcDateTime, (await second.EndOf(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timer_Cancelled_IsRemovedAndThrowsForWhoeverAwaitsIt()
    {
        var catalog = new CodeCatalog().Orchestrator("Cancels", async context =>
        {
            using var stop = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
            await context.WaitForExternalEvent<int>("stop");
            stop.Cancel();
            var outcome = "ran";
            try
            {
                await timer;
            }
            catch (OperationCanceledException)
            {
                outcome = "cancelled";
            }

            context.SetCustomStatus(outcome);
            return await context.WaitForExternalEvent<string>("end");
        });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Cancels");
        await engine.UntilCount("SELECT COUNT(*) FROM inbox WHERE due_at > 0", 1);

        await engine.Raise(id, "stop", 1);

        await engine.Until(id, m => m.SerializedCustomStatus == "\"cancelled\"");
        Assert.Equal(0, engine.Count("SELECT COUNT(*) FROM inbox"));
        await engine.Raise(id, "end", "done");
        Assert.Equal("done", (await engine.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_BeforeAnyoneWaits_IsKeptInOrderAndIgnoresCase()
    {
        var catalog = new CodeCatalog().Orchestrator("Waits", async context =>
        {
            await context.WaitForExternalEvent<int>("start");
            return new[]
            {
                await context.WaitForExternalEvent<string>("WORD"),
                await context.WaitForExternalEvent<string>("word"),
            };
        });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Waits");
        await engine.Raise(id, "word", "first");
        await engine.Raise(id, "Word", "second");
        await engine.Raise(id, "start", 1);

        Assert.Equal(["first", "second"], (await engine.EndOf(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Event_NotInTime_ThrowsTaskCanceledAndALaterOneIsStillKept()
    {
        var time = new FakeTimeProvider(Start);
        var catalog = new CodeCatalog().Orchestrator("Waits", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("word", TimeSpan.FromMinutes(10));
            }
            catch (TaskCanceledException)
            {
                context.SetCustomStatus("late");
                return "late, then " + await context.WaitForExternalEvent<string>("word", TimeSpan.FromMinutes(10));
            }
        });
        await using var engine = await EngineHarness.StartAsync(catalog, time: time);
        var id = await engine.Start("Waits");
        await engine.UntilCount("SELECT COUNT(*) FROM inbox WHERE due_at > 0", 1);
        time.Advance(TimeSpan.FromMinutes(10));
        await engine.Until(id, m => m.SerializedCustomStatus == "\"late\"");

        await engine.Raise(id, "word", "came");

        Assert.Equal("late, then came", (await engine.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_InTime_LeavesNoTimerBehind()
    {
        var catalog = new CodeCatalog().Orchestrator("Waits", async context =>
        {
            var word = await context.WaitForExternalEvent<string>("word", TimeSpan.FromHours(1));
            context.SetCustomStatus(word);
            return await context.WaitForExternalEvent<string>("end");
        });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Waits");
        await engine.UntilCount("SELECT COUNT(*) FROM inbox WHERE due_at > 0", 1);
        await engine.Raise(id, "word", "w");
        await engine.Until(id, m => m.SerializedCustomStatus == "\"w\"");

        Assert.Equal(0, engine.Count("SELECT COUNT(*) FROM inbox"));
        await engine.Raise(id, "end", "e");
        Assert.Equal("e", (await engine.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_SentByAnOrchestrator_ReachesTheOtherOnce()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("Receives", async context =>
            {
                var word = await context.WaitForExternalEvent<string>("word");
                await context.WaitForExternalEvent<string>("end");
                return word;
            })
            .Orchestrator("Sends", async context =>
            {
                context.SendEvent(context.GetInput<string>()!, "word", "hello");
                await context.CallActivityAsync("Next", 1);
                await context.CallActivityAsync("Next", 2);
                return null;
            });
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Receives");

        await engine.RunAsync("Sends", id);

        await engine.UntilCount("SELECT COUNT(*) FROM history WHERE kind = 10", 1);
        Assert.Equal(0, engine.Count("SELECT COUNT(*) FROM inbox"));
        await engine.Raise(id, "end", "e");
        Assert.Equal("hello", (await engine.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Start_WithAStartTime_WaitsForIt()
    {
        var time = new FakeTimeProvider(Start);
        var catalog = new CodeCatalog().Orchestrator("Echo", context => Task.FromResult<object?>(context.CurrentUtcDateTime));
        await using var engine = await EngineHarness.StartAsync(catalog, time: time);
        var id = await engine.Start("Echo", options: new StartOrchestrationOptions("later", Start.AddHours(2)));

        time.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await engine.Find(id))!.RuntimeStatus);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddHours(2).UtcDateTime, (await engine.EndOf(id)).ReadOutputAs<DateTime>());
    }
}
