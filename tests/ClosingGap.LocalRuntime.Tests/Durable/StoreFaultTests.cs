using ClosingGap.LocalRuntime.Durable;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>The disk refuses a write; the process lives on.</summary>
public sealed class StoreFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Engine_WriteRefusedOnceAnywhere_GoesOnWithoutARestart()
    {
        var tried = 0;
        for (var at = 1; ; at += 3)
        {
            var armed = false;
            var writes = 0;
            var probe = new DurableStepProbe(step =>
            {
                if (Volatile.Read(ref armed) && step is DurableStep.BeforeTransaction or DurableStep.BeforeCommit && Interlocked.Increment(ref writes) == at)
                {
                    throw new SqliteException("disk I/O error", 10);
                }
            });
            await using var engine = await EngineHarness.StartAsync(
                Catalog(), probe: probe, settings: (nameof(DurableEngineOptions.StoreRetryDelay), "00:00:00.010"));
            var id = await engine.Start("Main", options: new StartOrchestrationOptions("main", TimeProvider.System.GetUtcNow().AddMilliseconds(20)));
            Volatile.Write(ref armed, true);

            var end = await engine.EndOf(id);

            Assert.Equal("10|yes", end.ReadOutputAs<string>());
            if (Volatile.Read(ref writes) < at)
            {
                break;
            }

            tried++;
        }

        output.WriteLine($"{tried} refused writes");
        Assert.True(tried > 5, $"only {tried} writes were refused");
    }

    [Theory]
    [InlineData("false", 1)]
    [InlineData("true", 2)]
    public async Task Database_Synchronous_IsAsConfigured(string survivePowerLoss, long expected)
    {
        await using var engine = await EngineHarness.StartAsync(
            Catalog(), settings: (nameof(DurableEngineOptions.SurvivePowerLoss), survivePowerLoss));

        Assert.Equal(expected, engine.Database.Read(session => session.Scalar("PRAGMA synchronous")));
        Assert.Equal("10|yes", (await engine.RunAsync("Main")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(nameof(DurableEngineOptions.MaxConcurrentActivities), "0")]
    [InlineData(nameof(DurableEngineOptions.MaxPayloadBytes), "10")]
    [InlineData(nameof(DurableEngineOptions.SafetyPollInterval), "00:00:00.5")]
    public async Task Options_OutOfRange_AreRefusedAtTheStart(string key, string value)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => EngineHarness.StartAsync(Catalog(), settings: (key, value)));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    private static CodeCatalog Catalog() => new CodeCatalog()
        .Activity<int>("Echo", n => n)
        .Orchestrator("Child", async context => await context.CallActivityAsync<int>("Echo", 4) == 4 ? "yes" : "no")
        .Orchestrator("Main", async context =>
        {
            var values = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => context.CallActivityAsync<int>("Echo", n)));
            await context.CreateTimer(TimeSpan.FromMilliseconds(2), CancellationToken.None);
            return $"{values.Sum()}|{await context.CallSubOrchestratorAsync<string>("Child")}";
        });
}
