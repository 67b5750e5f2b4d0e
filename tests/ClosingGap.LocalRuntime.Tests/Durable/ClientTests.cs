using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class ClientTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OfARunningId_IsRefusedByDefault()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());
        await engine.Start("Waits", options: new StartOrchestrationOptions("one"));

        var error = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => engine.Start("Waits", options: new StartOrchestrationOptions("one")));

        Assert.Contains("another id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfAFinishedId_ReplacesItByDefaultAndIsRefusedWhenListed()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());
        var options = new StartOrchestrationOptions("one");
        await engine.Start("Echo", 1, options);
        Assert.Equal(1, (await engine.EndOf("one")).ReadOutputAs<int>());

        await engine.Start("Echo", 2, options);
        Assert.Equal(2, (await engine.EndOf("one")).ReadOutputAs<int>());

        var dedupe = options.WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => engine.Start("Echo", 3, dedupe));
        Assert.Equal(2, (await engine.Find("one"))!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Start_OfARunningIdThatMayBeReplaced_StartsAfresh()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());
        await engine.Start("Waits", options: new StartOrchestrationOptions("one"));
        await engine.Until("one", m => m.IsRunning);

        await engine.Start("Echo", 7, new StartOrchestrationOptions("one").WithDedupeStatuses());

        Assert.Equal(7, (await engine.EndOf("one")).ReadOutputAs<int>());
        Assert.Equal(0, engine.Count("SELECT COUNT(*) FROM history h WHERE NOT EXISTS (SELECT 1 FROM instances i WHERE i.instance_key = h.instance_key)"));
    }

    [Fact]
    public async Task Start_WithRulesOrIdsThatCannotHold_IsRefused()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());

        await Assert.ThrowsAsync<ArgumentException>(() => engine.Start(
            "Echo", 1, new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated)));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Start(
            "Echo", 1, new StartOrchestrationOptions("one") { DedupeStatuses = ["Sleeping"] }));
        foreach (var id in (string[])["", "@one", "a/b", "a?b", "ä", new string('x', 101)])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => engine.Start("Echo", 1, new StartOrchestrationOptions(id)));
        }

        Assert.Null(await engine.Find("one"));
    }

    [Fact]
    public async Task Start_OfOneIdByManyAtOnce_SucceedsOnce()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());

        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(async () =>
        {
            try
            {
                await engine.Start("Waits", n, new StartOrchestrationOptions("one"));
                return 1;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return 0;
            }
        })));

        Assert.Equal(1, started.Sum());
    }

    [Fact]
    public async Task Terminate_RunningInstance_EndsItWithTheOutputAndDropsLateResults()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var catalog = Catalog()
            .Activity<int>("Slow", async (n, token) =>
            {
                begun.SetResult();
                await release.Task.WaitAsync(token);
                return n;
            })
            .Orchestrator("Calls", async context => await context.CallActivityAsync<int>("Slow", 1));
        await using var engine = await EngineHarness.StartAsync(catalog);
        var id = await engine.Start("Calls");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);

        await engine.Client.TerminateInstanceAsync(id, (object)"stopped", Token);
        release.SetResult();
        await engine.RunAsync("Echo", 1);

        var end = await engine.EndOf(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("stopped", end.ReadOutputAs<string>());
        await engine.UntilCount("SELECT (SELECT COUNT(*) FROM activities) + (SELECT COUNT(*) FROM inbox)", 0);
    }

    [Fact]
    public async Task Suspend_RunningInstance_KeepsWhatArrivesUntilItIsResumed()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());
        var id = await engine.Start("Waits");
        await engine.Until(id, m => m.IsRunning);
        await engine.Client.SuspendInstanceAsync(id, "a reason", Token);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Find(id))!.RuntimeStatus);

        await engine.Raise(id, "go", "word");
        await engine.RunAsync("Echo", 1);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Find(id))!.RuntimeStatus);
        Assert.Equal(1, engine.Count("SELECT COUNT(*) FROM inbox"));

        await engine.Client.ResumeInstanceAsync(id, cancellation: Token);
        Assert.Equal("word", (await engine.EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Instance_Unknown_IsNullForQueriesAndAnErrorForCommands()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());

        Assert.Null(await engine.Find("nobody"));
        await engine.Raise("nobody", "go");
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.TerminateInstanceAsync("nobody", Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.WaitForInstanceCompletionAsync("nobody", Token));
    }

    [Fact]
    public async Task Metadata_WithoutPayloads_RefusesToReadThem()
    {
        await using var engine = await EngineHarness.StartAsync(Catalog());
        var end = await engine.RunAsync("Echo", 5);

        var bare = (await engine.Client.GetInstanceAsync(end.InstanceId, Token))!;

        Assert.Null(bare.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Query_ByPrefixStatusAndTime_PagesThroughAllThatMatchOnce()
    {
        var time = new FakeTimeProvider(Start);
        await using var engine = await EngineHarness.StartAsync(Catalog(), time: time);
        for (var i = 0; i < 25; i++)
        {
            await engine.Start("Echo", i, new StartOrchestrationOptions(FormattableString.Invariant($"drop-{i:00}")));
            await engine.EndOf(FormattableString.Invariant($"drop-{i:00}"));
            time.Advance(TimeSpan.FromMinutes(1));
        }

        await engine.Start("Waits", options: new StartOrchestrationOptions("drop-wait"));
        await engine.Start("Echo", 1, new StartOrchestrationOptions("DROP-other"));
        await engine.EndOf("DROP-other");
        var query = new OrchestrationQuery(
            CreatedFrom: Start.AddMinutes(5),
            Statuses: [OrchestrationRuntimeStatus.Completed],
            InstanceIdPrefix: "drop-",
            PageSize: 7,
            FetchInputsAndOutputs: true);

        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in engine.Client.GetAllInstancesAsync(query).AsPages().WithCancellation(Token))
        {
            pages.Add(page);
        }

        Assert.Equal([7, 7, 6], pages.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(5, 20), pages.SelectMany(page => page.Values).Select(m => m.ReadOutputAs<int>()));
        var rest = new List<string>();
        await foreach (var instance in engine.Client.GetAllInstancesAsync(query with { ContinuationToken = pages[1].ContinuationToken }).WithCancellation(Token))
        {
            rest.Add(instance.InstanceId);
        }

        Assert.Equal(pages[2].Values.Select(m => m.InstanceId), rest);
    }

    [Fact]
    public async Task Purge_FinishedInstances_LeavesNoTraceInTheFile()
    {
        var path = EngineHarness.NewPath();
        await using (var engine = await EngineHarness.StartAsync(Catalog(), path))
        {
            await engine.Start("Echo", "a-telling-word", new StartOrchestrationOptions("gone"));
            await engine.EndOf("gone");
            var running = await engine.Start("Waits");
            await engine.Until(running, m => m.IsRunning);
            Assert.Equal(0, (await engine.Client.PurgeInstanceAsync(running, Token)).PurgedInstanceCount);

            Assert.Equal(1, (await engine.Client.PurgeInstanceAsync("gone", Token)).PurgedInstanceCount);
            Assert.Null(await engine.Find("gone"));
            Assert.NotNull(await engine.Find(running));
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!))
        {
            Assert.DoesNotContain("a-telling-word", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Token)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PurgeAll_ByTimeAndStatus_TakesOnlyFinishedOnesThatMatch()
    {
        var time = new FakeTimeProvider(Start);
        await using var engine = await EngineHarness.StartAsync(Catalog(), time: time);
        for (var i = 0; i < 250; i++)
        {
            await engine.EndOf(await engine.Start("Echo", i));
        }

        var waiting = await engine.Start("Waits");
        time.Advance(TimeSpan.FromDays(1));
        var young = await engine.RunAsync("Echo", 1);

        var purged = await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: Start.AddHours(1)), Token);

        Assert.Equal((250, true), (purged.PurgedInstanceCount, purged.IsComplete));
        Assert.NotNull(await engine.Find(waiting));
        Assert.NotNull(await engine.Find(young.InstanceId));
        Assert.Equal(2, engine.Count("SELECT COUNT(*) FROM instances"));
    }

    private static CodeCatalog Catalog() => new CodeCatalog()
        .Orchestrator("Echo", context => Task.FromResult(context.GetInput<object>()))
        .Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("go"));
}
