using ClosingGap.Functions.Orchestrations;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Pipeline.Drops;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Tests.Orchestrations;

public sealed class DurableDropStarterTests
{
    private const string DropId = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Start_OfAnAttempt_NamesTheInstanceAfterItAndRefusesEveryStatus()
    {
        await using var client = new RecordingClient();

        await new DurableDropStarter(client).StartAsync(DropId, 4, TestContext.Current.CancellationToken);

        var (name, input, options) = Assert.Single(client.Started);
        Assert.Equal(nameof(DropOrchestration), name);
        Assert.Equal(new DropRun(DropId, 4), input);
        Assert.Equal($"drop-{DropId}-4", options!.InstanceId);
        Assert.Equal(
            ["Completed", "Failed", "Pending", "Running", "Suspended", "Terminated"],
            options.DedupeStatuses!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_OfAnAttemptThatWasStarted_IsDone()
    {
        await using var client = new RecordingClient { IsTaken = true };

        await new DurableDropStarter(client).StartAsync(DropId, 1, TestContext.Current.CancellationToken);

        Assert.Empty(client.Started);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, true)]
    [InlineData(OrchestrationRuntimeStatus.Running, true)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, true)]
    [InlineData(OrchestrationRuntimeStatus.Completed, false)]
    [InlineData(OrchestrationRuntimeStatus.Failed, false)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, false)]
    [InlineData(null, false)]
    public async Task IsAlive_OfAnAttempt_IsTrueWhileItMayStillWork(OrchestrationRuntimeStatus? status, bool expected)
    {
        await using var client = new RecordingClient { Status = status };

        Assert.Equal(expected, await new DurableDropStarter(client).IsAliveAsync(DropId, 1, TestContext.Current.CancellationToken));
    }
}
