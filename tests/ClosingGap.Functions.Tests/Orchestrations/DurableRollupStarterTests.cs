using ClosingGap.Functions.Orchestrations;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Pipeline.Rollups;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Tests.Orchestrations;

public sealed class DurableRollupStarterTests
{
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, false)]
    [InlineData(OrchestrationRuntimeStatus.Running, false)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, false)]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, true)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, true)]
    [InlineData(null, false)]
    public async Task HasEnded_OfARollupOrRelease_IsTrueOnlyOfOneThatWasStartedAndWorksNoMore(OrchestrationRuntimeStatus? status, bool expected)
    {
        await using var client = new RecordingClient { Status = status };
        var starter = new DurableRollupStarter(client);

        Assert.Equal(expected, await starter.HasRollupEndedAsync(RollupId.Parse("rollup-TX-20261123"), TestContext.Current.CancellationToken));
        Assert.Equal(expected, await starter.HasReleaseEndedAsync("TX", 1, TestContext.Current.CancellationToken));
    }
}
