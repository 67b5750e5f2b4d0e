using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>What is removed of old rollups, and what a release that is asked for at the same time finds.</summary>
public sealed class CollectionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Collection_AfterTheDaysOfTheOption_RemovesWhatWasNotReleased()
    {
        await using var world = await WorldAsync();
        var old = await world.RollupAsync();
        var released = await world.RollupAsync();
        await world.CorrectAsync(released.Id);

        world.Host.Time.Advance(TimeSpan.FromDays(30));
        await CollectAsync(world);
        Assert.NotNull(await FindAsync(world, old));
        world.Host.Time.Advance(TimeSpan.FromDays(1));
        await CollectAsync(world);

        Assert.Null(await FindAsync(world, old));
        Assert.Equal((0, true), (await BlobsAsync(world, old), await BlobsAsync(world, released) > 0));
        Assert.NotNull(await FindAsync(world, released));
    }

    [Fact]
    public async Task Collection_WhileAReleaseOfTheRollupIsPrepared_LeavesIt()
    {
        await using var world = await WorldAsync();
        var old = await world.RollupAsync();
        world.Host.Time.Advance(TimeSpan.FromDays(31));
        await AskAsync(world, old);

        await CollectAsync(world);
        await world.RunStartedAsync();

        Assert.Equal((RollupState.Candidate, 1), ((await FindAsync(world, old))!.State, (await FindAsync(world, old))!.Release));
        Assert.Equal(1, (await world.Host.Get<StateReader>().FindAsync(StateWorld.State, world.Token))!.Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Release_OfARollupThatIsCollectedMeanwhile_FailsAndChangesNothing(bool hasDied)
    {
        await using var world = await WorldAsync();
        var old = await world.RollupAsync();
        world.Host.Time.Advance(TimeSpan.FromDays(31));
        if (hasDied)
        {
            // The collection died after its first step; the next one goes on.
            await world.Host.Get<RollupRecords>().ChangeAsync(
                RollupId.Parse(old.Id), rollup => rollup with { State = RollupState.Failed, ReasonCode = RollupCollection.Collected }, world.Token);
            Assert.Equal(ReleaseOutcome.NoCandidate, (await AskAsync(world, old)).Outcome);
        }
        else
        {
            await AskAsync(world, old);
            await world.Host.Get<RollupRecords>().ChangeAsync(
                RollupId.Parse(old.Id), rollup => rollup with { State = RollupState.Failed, ReasonCode = RollupCollection.Collected }, world.Token);
            await world.RunStartedAsync();
            var release = (await world.Host.Get<StateReleases>().FindAsync(StateWorld.State, 1, world.Token))!;
            Assert.Equal((ReleaseState.Failed, "release.no_candidate"), (release.State, release.ReasonCode));
        }

        await CollectAsync(world);
        Assert.Null(await FindAsync(world, old));
        Assert.Null(await world.Host.Get<StateReader>().FindAsync(StateWorld.State, world.Token));
    }

    private static Task CollectAsync(StateWorld world) => world.Host.Get<RollupCollection>().RunAsync(StateWorld.State, world.Token);

    private static Task<Rollup?> FindAsync(StateWorld world, Rollup rollup) => world.Host.Get<RollupRecords>().FindAsync(RollupId.Parse(rollup.Id), world.Token);

    private static Task<ReleaseResult> AskAsync(StateWorld world, Rollup rollup) =>
        world.Host.Get<ReleaseRequests>().CorrectAsync(RollupId.Parse(rollup.Id), "why", "test", world.Starter, world.Token);

    private static async Task<int> BlobsAsync(StateWorld world, Rollup rollup) =>
        await world.Host.Get<IBlobStore>().ListAsync(RollupPaths.Container, RollupPaths.Folder(RollupId.Parse(rollup.Id)), world.Token).CountAsync(world.Token);

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 60));
        return world;
    }
}
