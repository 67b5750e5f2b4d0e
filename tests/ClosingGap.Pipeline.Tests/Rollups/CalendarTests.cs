using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>The calendar releases by itself only what nobody has to look at.</summary>
public sealed class CalendarTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Theory]
    [InlineData("003")]
    [InlineData("001")]
    public async Task Calendar_WhoseCandidateHasANewDistrictOrSchool_ReleasesItAndTellsNotWhatIsSmallInIt(string localId)
    {
        await using var world = await WorldAsync();
        await world.Host.Get<ReleaseCalendars>().SaveAsync(
            new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default) { Measures = [StateWorld.Chronic] }, world.Token);
        await world.CorrectAsync((await world.RollupAsync()).Id);
        Assert.Equal(ValueStatus.Exact, await StateAsync(world, "grade:11"));
        var few = Enumerable.Range(0, 4).Select(number => world.Student($"few{number}", "N", true, null, null, "grade:11", "sex:male"));
        await world.PublishAsync(localId, 2, [.. localId == "001" ? Older(world, "a", "A") : [], .. world.Students("new", "N", 80), .. few]);
        await world.RollupAsync();

        Assert.Equal(1, await world.DueAsync());

        Assert.Equal(2, (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Version);
        Assert.Equal(ValueStatus.Suppressed, await StateAsync(world, "grade:11"));
        Assert.Equal(ValueStatus.Exact, await StateAsync(world, StateTable.All));
    }

    [Fact]
    public async Task Calendar_WhoseCandidateIsOlderThanAReleaseOfOtherDistricts_ProtectsItAgainstThat()
    {
        await using var world = await WorldAsync();
        var old = await world.RollupAsync();
        await world.PublishAsync("003", 1, world.Students("b", "B", 40));
        world.Host.Time.Advance(TimeSpan.FromDays(1));
        await world.CorrectAsync((await world.RollupAsync()).Id);
        await world.Host.Get<ReleaseCalendars>().SaveAsync(new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default), world.Token);

        Assert.Equal(1, await world.DueAsync());

        var rollup = await world.FindAsync(old.Id);
        Assert.Equal((2, 1, 0), (rollup.Release, rollup.ProtectedAgainst, rollup.Protection!.Unproven));
    }

    [Fact]
    public async Task Calendar_WhoseCandidateCountsAMeasureOfOtherDistricts_LeavesItToAPerson()
    {
        await using var world = await WorldAsync();
        await world.CorrectAsync((await world.RollupAsync()).Id);
        await world.Host.Get<ReleaseCalendars>().SaveAsync(new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default), world.Token);
        await world.PublishAsync("002", 2, Older(world, "b", "B"), define: measure => measure.Id == StateWorld.Chronic ? measure with { Definition = "another" } : measure);
        var changed = await world.RollupAsync();
        Assert.Contains(changed.Alerts, alert => alert.Code == "rollup.measure_districts_changed");

        Assert.Equal(0, await world.DueAsync());
        await world.CorrectAsync(changed.Id);

        Assert.Equal(2, (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Version);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task Calendar_WhoseCandidateHasOneUnprovenCellAgainstTheNewestRelease_ReleasesItOnlyWhereThatIsAllowed(int allowed, int expected)
    {
        await using var world = await WorldAsync();
        var old = RollupId.Parse((await world.RollupAsync()).Id);
        await world.PublishAsync("001", 2, Older(world, "x", "A"));
        world.Host.Time.Advance(TimeSpan.FromDays(1));
        await world.CorrectAsync((await world.RollupAsync()).Id);
        var assembly = world.Host.Get<CandidateAssembly>();
        await world.ProtectAsync(await assembly.PlanAsync(old, 1, world.Token));
        var again = await assembly.RunAsync(old, 1, world.Token);
        await world.Host.Get<IBlobStore>().WriteJsonAsync(
            RollupPaths.Container, RollupPaths.Index(old, 1), again with { Report = again.Report with { Unproven = 1 } }, PipelineJson.Default.CandidateIndex, world.Token);
        await world.Host.Get<ReleaseCalendars>().SaveAsync(
            new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default) { MostUnproven = allowed }, world.Token);

        Assert.Equal(1, await world.DueAsync());
        Assert.Equal(0, await world.DueAsync());

        var release = (await world.Host.Get<StateReleases>().FindAsync(StateWorld.State, 2, world.Token))!;
        Assert.Equal(allowed > 0 ? (ReleaseState.Released, null) : (ReleaseState.Failed, "release.unproven"), (release.State, release.ReasonCode));
        Assert.Equal(expected, (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Version);
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
    [InlineData("unproven below none")]
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
            "unproven below none" => good with { MostUnproven = -1 },
            "unknown measure" => good with { Measures = [StateWorld.Chronic, "milestone.none"] },
            _ => good with { Measures = [null!] },
        };

        await Assert.ThrowsAsync<CalendarInvalidException>(() => calendars.SaveAsync(wrong, world.Token));

        Assert.Equal(1, (await calendars.FindAsync(StateWorld.State, world.Token))!.Version);
    }

    private static StateReader Reader(StateWorld world) => world.Host.Get<StateReader>();

    /// <summary>Sixty of a school, and thirty in a grade of their own.</summary>
    private static IEnumerable<ContributionLine> Older(StateWorld world, string prefix, string school) =>
    [
        .. world.Students(prefix, school, 60),
        .. Enumerable.Range(0, 30).Select(number => world.Student($"{prefix}-old{number}", school, number % 4 != 0, null, null, "grade:11", number % 2 == 0 ? "sex:female" : "sex:male")),
    ];

    private static async Task<ValueStatus> StateAsync(StateWorld world, string group)
    {
        var page = (await Reader(world).FindAsync(StateWorld.State, StateWorld.Chronic, new MeasureQuery(OrganisationLevel.State, null, null, null, 10), world.Token))!.Value;
        return page.Organisations.Single().Values.Single(value => value.Group == group).Students.Status;
    }

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, Older(world, "a", "A"));
        await world.PublishAsync("002", 1, Older(world, "b", "B"));
        return world;
    }
}
