using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>The calendar releases by itself only what nobody has to look at.</summary>
public sealed class CalendarTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Theory]
    [InlineData("002")]
    [InlineData("001")]
    public async Task Calendar_WhoseCandidateHasANewDistrictOrSchool_LeavesItToAPerson(string localId)
    {
        await using var world = await WorldAsync();
        await world.CorrectAsync((await world.RollupAsync()).Id);
        await world.Host.Get<ReleaseCalendars>().SaveAsync(new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default), world.Token);
        await world.PublishAsync(localId, 2, [.. localId == "001" ? world.Students("a", "A", 60) : [], .. world.Students("new", "N", 40)]);
        var changed = await world.RollupAsync();
        Assert.Contains(changed.Alerts, alert => alert.Code == "rollup.districts_changed");

        Assert.Equal(0, await world.DueAsync());
        await world.CorrectAsync(changed.Id);

        Assert.Equal(2, (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Version);
    }

    [Fact]
    public async Task Calendar_WhoseCandidateIsOlderThanAReleaseOfOtherDistricts_LeavesItToAPerson()
    {
        await using var world = await WorldAsync();
        var old = await world.RollupAsync();
        await world.PublishAsync("002", 1, world.Students("b", "B", 40));
        world.Host.Time.Advance(TimeSpan.FromDays(1));
        await world.CorrectAsync((await world.RollupAsync()).Id);
        await world.Host.Get<ReleaseCalendars>().SaveAsync(new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default), world.Token);

        Assert.Equal(0, await world.DueAsync());

        Assert.Null((await world.FindAsync(old.Id)).Release);
    }

    [Fact]
    public async Task Calendar_WhoseCandidateLacksADistrictThatCouldNotBeRead_LeavesItToAPerson()
    {
        await using var world = await WorldAsync();
        await world.Host.Get<ReleaseCalendars>().SaveAsync(new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default), world.Token);
        var partial = await world.RollupAsync();
        await world.Host.Get<RollupRecords>().ChangeAsync(
            RollupId.Parse(partial.Id), rollup => rollup with { Counts = rollup.Counts with { Unreadable = 1 } }, world.Token);

        Assert.Equal(0, await world.DueAsync());
        await world.RollupAsync();

        Assert.Equal(1, await world.DueAsync());
    }

    [Theory]
    [InlineData("null date")]
    [InlineData("no date")]
    [InlineData("duplicate measure")]
    [InlineData("unknown measure")]
    [InlineData("null measure")]
    public async Task Calendar_OfAWrongForm_IsRejectedAndChangesNothing(string fault)
    {
        await using var world = await WorldAsync();
        var good = new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default) { Measures = [StateWorld.Chronic] };
        var calendars = world.Host.Get<ReleaseCalendars>();
        await calendars.SaveAsync(good, world.Token);
        var wrong = fault switch
        {
            "null date" => good with { Dates = [null!] },
            "no date" => good with { Dates = [new(default, "Fall")] },
            "duplicate measure" => good with { Measures = [StateWorld.Chronic, StateWorld.Chronic] },
            "unknown measure" => good with { Measures = [StateWorld.Chronic, "milestone.none"] },
            _ => good with { Measures = [null!] },
        };

        await Assert.ThrowsAsync<CalendarInvalidException>(() => calendars.SaveAsync(wrong, world.Token));

        Assert.Equal(1, (await calendars.FindAsync(StateWorld.State, world.Token))!.Version);
    }

    private static StateReader Reader(StateWorld world) => world.Host.Get<StateReader>();

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 60));
        return world;
    }
}
