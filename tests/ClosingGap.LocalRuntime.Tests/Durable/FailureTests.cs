using ClosingGap.LocalRuntime.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.LocalRuntime.Tests.Durable;

public sealed class FailureTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Activity_FailingForGood_FailsTheOrchestrationWithBothTypes()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => throw new InvalidDataException("bad column", new IOException("disk"))))
            .Orchestrator("Calls", async context => await context.CallActivityAsync<int>("Break", 1));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Calls");

        var failure = end.FailureDetails!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.ErrorType);
        Assert.Equal("System.IO.InvalidDataException", failure.InnerFailure!.ErrorType);
        Assert.Equal("bad column", failure.InnerFailure.ErrorMessage);
        Assert.Equal("System.IO.IOException", failure.InnerFailure.InnerFailure!.ErrorType);
        Assert.True(failure.InnerFailure.IsCausedBy<SystemException>());
        Assert.False(failure.InnerFailure.IsCausedBy<IOException>());
    }

    [Fact]
    public async Task Activity_FailureCaught_GivesTaskNameAndDetails()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => throw new IOException("no")))
            .Orchestrator("Catches", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Break", 1);
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}/{e.TaskId}/{e.FailureDetails.ErrorType}/{e.FailureDetails.ErrorMessage}";
                }
            });
        await using var engine = await EngineHarness.StartAsync(catalog);

        Assert.Equal("Break/0/System.IO.IOException/no", (await engine.RunAsync("Catches")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Retry_ByPolicy_WaitsLongerEachTimeUpToTheMaximum()
    {
        var time = new FakeTimeProvider(Start);
        var attempts = new List<DateTimeOffset>();
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ =>
            {
                attempts.Add(time.GetUtcNow());
                throw new IOException("no");
            }))
            .Orchestrator("Retries", async context => await context.CallActivityAsync<int>(
                "Break", 1, new RetryPolicy(5, TimeSpan.FromSeconds(5), 2, TimeSpan.FromSeconds(15)).AsOptions()));
        await using var engine = await EngineHarness.StartAsync(catalog, time: time);
        var id = await engine.Start("Retries");

        var failures = 1;
        foreach (var delay in (int[])[5, 10, 15, 15])
        {
            await engine.UntilCount("SELECT COUNT(*) FROM inbox WHERE due_at > 0", 1);
            time.Advance(TimeSpan.FromSeconds(delay));
            await engine.UntilCount("SELECT COUNT(*) FROM history WHERE kind = 4", ++failures);
        }

        var end = await engine.EndOf(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal([0, 5, 15, 30, 45], attempts.Select(at => (int)(at - Start).TotalSeconds));
    }

    [Fact]
    public async Task Retry_FailureThePolicyDoesNotHandle_IsNotTriedAgain()
    {
        var attempts = 0;
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => ++attempts > 0 ? throw new InvalidDataException("no") : null))
            .Orchestrator("Retries", async context => await context.CallActivityAsync<int>("Break", 1, new RetryPolicy(5, TimeSpan.FromMilliseconds(1))
            {
                HandleFailure = failure => !failure.IsCausedBy<InvalidDataException>(),
            }.AsOptions()));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Retries");

        Assert.Equal("System.IO.InvalidDataException", end.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Retry_TimeoutPassed_IsNotTriedAgain()
    {
        var time = new FakeTimeProvider(Start);
        var attempts = 0;
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => ++attempts > 0 ? throw new IOException("no") : null))
            .Orchestrator("Retries", async context => await context.CallActivityAsync<int>(
                "Break", 1, new RetryPolicy(9, TimeSpan.FromSeconds(10), retryTimeout: TimeSpan.FromSeconds(15)).AsOptions()));
        await using var engine = await EngineHarness.StartAsync(catalog, time: time);
        var id = await engine.Start("Retries");
        for (var i = 0; i < 2; i++)
        {
            await engine.UntilCount("SELECT COUNT(*) FROM inbox WHERE due_at > 0", 1);
            time.Advance(TimeSpan.FromSeconds(10));
            await engine.UntilCount("SELECT COUNT(*) FROM history WHERE kind = 4", i + 2);
        }

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOf(id)).RuntimeStatus);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Retry_ByHandler_IsAskedWithTheAttemptAndTheFailure()
    {
        var attempts = 0;
        var asked = new List<string>();
        var catalog = new CodeCatalog()
            .Activity<int>("Break", (Func<int, object?>)(_ => ++attempts < 3 ? throw new IOException($"no {attempts}") : attempts))
            .Orchestrator("Retries", async context => await context.CallActivityAsync<int>("Break", 1, TaskOptions.FromRetryHandler(async retry =>
            {
                await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMilliseconds(1), retry.CancellationToken);
                if (!retry.OrchestrationContext.IsReplaying)
                {
                    asked.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage}");
                }

                return retry.LastAttemptNumber < 5;
            })));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Retries");

        Assert.Equal(3, end.ReadOutputAs<int>());
        Assert.Equal(["1 no 1", "2 no 2"], asked);
    }

    [Fact]
    public async Task Orchestrator_Throwing_FailsWithItsException()
    {
        var catalog = new CodeCatalog().Orchestrator("Throws", _ => throw new InvalidOperationException("no lane"));
        await using var engine = await EngineHarness.StartAsync(catalog);

        var end = await engine.RunAsync("Throws");

        Assert.Equal(("System.InvalidOperationException", "no lane"), (end.FailureDetails!.ErrorType, end.FailureDetails.ErrorMessage));
        Assert.DoesNotContain(engine.Logs.All, line => line.Contains("no lane", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Catalogue_WithoutTheOrchestratorOrActivity_FailsInsteadOfHanging()
    {
        var catalog = new CodeCatalog().Orchestrator("Calls", async context => await context.CallActivityAsync<int>("Nowhere"));
        await using var engine = await EngineHarness.StartAsync(catalog);

        Assert.Equal("OrchestratorTaskNotFound", (await engine.RunAsync("Unknown")).FailureDetails!.ErrorType);
        Assert.Equal("ActivityTaskNotFound", (await engine.RunAsync("Calls")).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Payload_OverTheLimit_IsRefusedEverywhere()
    {
        var large = new string('x', 2_000);
        var catalog = new CodeCatalog()
            .Activity<string>("Echo", s => s)
            .Activity<int>("Grow", _ => large)
            .Orchestrator("Input", async context => await context.CallActivityAsync<string>("Echo", large))
            .Orchestrator("Result", async context => await context.CallActivityAsync<string>("Grow", 1))
            .Orchestrator("Output", _ => Task.FromResult<object?>(large))
            .Orchestrator("Status", context =>
            {
                context.SetCustomStatus(large);
                return Task.FromResult<object?>(null);
            });
        await using var engine = await EngineHarness.StartAsync(catalog, settings: (nameof(DurableEngineOptions.MaxPayloadBytes), "1024"));

        foreach (var name in (string[])["Input", "Result", "Output", "Status"])
        {
            var end = await engine.RunAsync(name);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
            Assert.Contains("has 2002 bytes; at most 1024", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        }

        var refused = await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => engine.Start("Output", large));
        Assert.StartsWith("PayloadTooLarge", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => engine.Raise("any", "event", large));
    }

    [Fact]
    public async Task History_OverTheLimit_FailsTheInstance()
    {
        var catalog = new CodeCatalog()
            .Activity<int>("Next", n => n + 1)
            .Orchestrator("Endless", async context =>
            {
                while (true)
                {
                    await context.CallActivityAsync("Next", 1);
                }
            });
        await using var engine = await EngineHarness.StartAsync(catalog, settings: (nameof(DurableEngineOptions.MaxHistoryRecords), "100"));

        Assert.Equal("HistoryTooLong", (await engine.RunAsync("Endless")).FailureDetails!.ErrorType);
    }
}
