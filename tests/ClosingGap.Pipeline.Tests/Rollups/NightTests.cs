using ClosingGap.Pipeline.Rollups;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>The nights of a state: each has its rollup once, and a missed one is made up for.</summary>
public sealed class NightTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Fact]
    public async Task Night_ThatComesTwice_IsStartedOnce()
    {
        await using var world = await WorldAsync();

        Assert.Equal(1, await NightAsync(world));
        Assert.Equal(0, await NightAsync(world));

        Assert.Equal("rollup-TX-20261123", Assert.Single(world.Starter.Rollups).ToString());
    }

    [Fact]
    public async Task Night_AfterOthersThatWereMissed_IsMadeUpForAloneAndNamesThem()
    {
        await using var world = await WorldAsync();
        await NightAsync(world);
        await world.RunStartedAsync();
        world.Host.Time.Advance(TimeSpan.FromDays(4));

        Assert.Equal(1, await NightAsync(world));
        await world.RunStartedAsync();

        var rollup = await world.FindAsync("rollup-TX-20261127");
        Assert.Equal([s_today.AddDays(1), s_today.AddDays(2), s_today.AddDays(3)], rollup.MissedNights);
        Assert.Equal((RollupState.Candidate, 1), (rollup.State, rollup.Alerts.Count(alert => alert.Code == "rollup.nights_missed")));
        Assert.Null(await world.Host.Get<RollupRecords>().FindAsync(RollupId.Parse("rollup-TX-20261124"), world.Token));
    }

    [Fact]
    public async Task Night_WhoseStartDiedAfterItsRecord_IsStartedByTheNextTick()
    {
        await using var world = await WorldAsync();
        var requests = world.Host.Get<RollupRequests>();
        await Assert.ThrowsAsync<AggregateException>(() => requests.RunNightAsync(new DeadStarter("TX"), world.Token));

        await NightAsync(world);

        Assert.Single(world.Starter.Rollups);
    }

    [Fact]
    public async Task Night_OfSeveralStates_IsStartedForEach()
    {
        await using var world = await WorldAsync();
        foreach (var district in (string[])["VT-1", "VT-2", "AK-9"])
        {
            await world.Host.Get<Pipeline.Districts.DistrictRegistry>().SaveAsync(
                new(district, "D", null, "UTC", null, [new("sis", "lenient")], [], 0), world.Token);
        }

        Assert.Equal(3, await NightAsync(world));

        Assert.Equal(["rollup-AK-20261123", "rollup-TX-20261123", "rollup-VT-20261123"], world.Starter.Rollups.Select(id => id.ToString()));
    }

    [Fact]
    public async Task Night_ThatFailsInOneState_IsStartedInTheOthers()
    {
        await using var world = await WorldAsync();
        await world.Host.Get<Pipeline.Districts.DistrictRegistry>().SaveAsync(new("AK-9", "D", null, "UTC", null, [new("sis", "lenient")], [], 0), world.Token);
        var starter = new DeadStarter("AK");

        var failure = await Assert.ThrowsAsync<AggregateException>(() => world.Host.Get<RollupRequests>().RunNightAsync(starter, world.Token));

        Assert.StartsWith("states.failed: AK (InvalidOperationException).", failure.Message, StringComparison.Ordinal);
        Assert.Empty(failure.InnerExceptions);
        Assert.Equal(["rollup-TX-20261123", "rollup-TX-20261123"], starter.Started);
    }

    [Fact]
    public async Task Rollup_WhoseOrchestrationEndedWithoutIt_Fails()
    {
        await using var world = await WorldAsync();
        await NightAsync(world);
        world.Starter.Ended.Add("rollup-TX-20261123");

        await NightAsync(world);

        var rollup = await world.FindAsync("rollup-TX-20261123");
        Assert.Equal((RollupState.Failed, "rollup.orchestration_ended"), (rollup.State, rollup.ReasonCode));
    }

    [Fact]
    public async Task OnDemand_OfOneDay_HasItsOwnNumber()
    {
        await using var world = await WorldAsync();
        await NightAsync(world);

        var asked = new[] { await world.RollupAsync(), await world.RollupAsync() };

        Assert.Equal(["rollup-TX-20261123-1", "rollup-TX-20261123-2"], asked.Select(rollup => rollup.Id));
        Assert.Null(await world.Host.Get<RollupRequests>().RequestAsync("ZZ", "test", world.Starter, world.Token));
    }

    [Theory]
    [InlineData("rollup-TX-20261123")]
    [InlineData("rollup-TX-20261123-12")]
    public void RollupId_ThatWasWritten_IsReadAgain(string text) => Assert.Equal(text, RollupId.Parse(text).ToString());

    [Theory]
    [InlineData("rollup-TX-20261323")]
    [InlineData("rollup-tx-20261123")]
    [InlineData("rollup-TX-20261123-0")]
    [InlineData("rollup-TX-20261123-01")]
    [InlineData("rollup-TX-20261123-1000")]
    [InlineData("rollup-TX")]
    public void RollupId_OfAnotherForm_IsNotRead(string text) => Assert.False(RollupId.TryParse(text, out _));

    private static Task<int> NightAsync(StateWorld world) => world.Host.Get<RollupRequests>().RunNightAsync(world.Starter, world.Token);

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 20));
        return world;
    }

    /// <summary>An engine that cannot start anything of one state.</summary>
    private sealed class DeadStarter(string state) : IRollupStarter
    {
        public List<string> Started { get; } = [];

        public Task StartRollupAsync(RollupId id, CancellationToken cancellationToken)
        {
            Started.Add(id.State == state ? throw new InvalidOperationException() : id.ToString());
            return Task.CompletedTask;
        }

        public Task StartReleaseAsync(string state, int number, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public Task<bool> HasRollupEndedAsync(RollupId id, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<bool> HasReleaseEndedAsync(string state, int number, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
