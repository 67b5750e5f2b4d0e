using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>Readers are switched only to what was protected against all that they can have.</summary>
public sealed class SwitchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Switch_ToWhatWasProtectedAgainstAnotherRelease_Fails()
    {
        await using var world = await WorldAsync(2);
        var releases = world.Host.Get<StateReleases>();
        await releases.ChangeAsync(StateWorld.State, 2, release => release with { ProtectedAgainst = 0 }, world.Token);

        await world.Host.Get<ReleasePublication>().SwitchAsync(StateWorld.State, 2, world.Token);

        var record = await releases.FindAsync(StateWorld.State, 2, world.Token);
        Assert.Equal((ReleaseState.Failed, "release.outdated"), (record!.State, record.ReasonCode));
        Assert.Equal(1, (await world.Host.Get<StateReader>().FindAsync(StateWorld.State, world.Token))!.Version);
    }

    [Fact]
    public async Task Switch_OfAReleaseThatFailedMeanwhile_ChangesNothing()
    {
        await using var world = await WorldAsync(2);
        var publication = world.Host.Get<ReleasePublication>();
        await publication.FailAsync(StateWorld.State, 2, "Test", world.Token);

        await publication.SwitchAsync(StateWorld.State, 2, world.Token);

        Assert.Equal(1, (await world.Host.Get<StateReader>().FindAsync(StateWorld.State, world.Token))!.Version);
    }

    [Fact]
    public async Task Release_AfterOneThatReadersWereNotSwitchedToYet_IsProtectedAgainstIt()
    {
        await using var world = await WorldAsync(1);
        var releases = world.Host.Get<StateReleases>();
        await releases.ChangeAsync(StateWorld.State, 1, release => release with { State = ReleaseState.Released }, world.Token);

        await PrepareAsync(world, 2);
        await world.Host.Get<ReleasePublication>().SwitchAsync(StateWorld.State, 2, world.Token);

        var record = await releases.FindAsync(StateWorld.State, 2, world.Token);
        Assert.Equal((ReleaseState.Released, 1), (record!.State, record.ProtectedAgainst));
    }

    [Fact]
    public async Task Release_WhoseOrchestrationEndedWithoutIt_FailsSoThatOthersAreMade()
    {
        await using var world = await WorldAsync(1);
        world.Starter.Ended.Add("TX-1");

        Assert.Equal(0, await world.Host.Get<ReleaseRequests>().RunDueAsync(world.Starter, world.Token));

        var record = await world.Host.Get<StateReleases>().FindAsync(StateWorld.State, 1, world.Token);
        Assert.Equal((ReleaseState.Failed, "release.orchestration_ended"), (record!.State, record.ReasonCode));
        var next = await world.Host.Get<ReleaseRequests>().CorrectAsync(RollupId.Parse(record.Rollup), "why", "test", world.Starter, world.Token);
        Assert.Equal((ReleaseOutcome.Begun, 2), (next.Outcome, next.Release!.Number));
    }

    private static async Task PrepareAsync(StateWorld world, int number)
    {
        var rollup = await world.RollupAsync();
        await world.Host.Get<ReleaseRequests>().CorrectAsync(RollupId.Parse(rollup.Id), "why", "test", world.Starter, world.Token);
        var publication = world.Host.Get<ReleasePublication>();
        var run = await publication.PrepareAsync(StateWorld.State, number, world.Token);
        await world.ProtectAsync(run);
        await publication.AcceptAsync(StateWorld.State, number, run.Releases, world.Token);
        await publication.WriteAsync(StateWorld.State, number, world.Token);
        world.Starter.Releases.Clear();
    }

    /// <summary>A state with releases, the last of which is prepared up to the switch.</summary>
    private async Task<StateWorld> WorldAsync(int prepared)
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 60));
        for (var number = 1; number <= prepared; number++)
        {
            await PrepareAsync(world, number);
            if (number < prepared)
            {
                await world.Host.Get<ReleasePublication>().SwitchAsync(StateWorld.State, number, world.Token);
            }
        }

        return world;
    }
}
