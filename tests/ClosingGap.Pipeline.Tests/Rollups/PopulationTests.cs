using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>Measures of the same students share one pattern of suppression; those of others are protected by themselves, each in a step of its own.</summary>
public sealed class PopulationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Rollup_OfMeasuresOfOtherStudents_ProtectsEachByItselfAndLosesNoCellOfTheOther()
    {
        await using var world = await WorldAsync();
        var protects = 0;
        world.Before = name => protects += name == "protect" ? 1 : 0;

        var rollup = await world.RollupAsync();

        Assert.Equal(2, protects);
        Assert.DoesNotContain(ValueStatus.Suppressed, await StatusesAsync(world, rollup, StateMeasures.ChronicAbsence));
        Assert.True((await StatusesAsync(world, rollup, StateWorld.Chronic)).Count(status => status == ValueStatus.Suppressed) >= 2);
    }

    [Fact]
    public async Task Rollup_OfAStateThatWantsAllTogether_HasOnePattern()
    {
        await using var world = await WorldAsync();
        await world.Host.Get<ReleaseCalendars>().SaveAsync(
            new ReleaseCalendar(StateWorld.State, 0, [], ReleaseRules.Default with { Together = true }), world.Token);

        var rollup = await world.RollupAsync();

        var few = await StatusesAsync(world, rollup, StateWorld.Chronic);
        Assert.Contains(ValueStatus.Suppressed, few);
        Assert.Equal(few, await StatusesAsync(world, rollup, StateMeasures.ChronicAbsence));
    }

    [Fact]
    public async Task Rollup_ThatDiesBetweenTwoPopulations_EndsAsAnUndisturbedOne()
    {
        await using var world = await WorldAsync();
        var expected = await StatusesAsync(world, await world.RollupAsync(), StateWorld.Chronic);
        var id = RollupId.Parse((await world.Host.Get<RollupRequests>().RequestAsync(StateWorld.State, "test", world.Starter, world.Token))!.Id);
        var protects = 0;
        world.Before = name => _ = name == "protect" && ++protects == 2 ? throw new DeathException() : name;

        await Assert.ThrowsAsync<DeathException>(() => world.RunAsync(id));
        Assert.Equal(RollupState.Running, (await world.FindAsync(id.ToString())).State);
        await world.RunAsync(id);

        var ended = await world.FindAsync(id.ToString());
        Assert.Equal(RollupState.Candidate, ended.State);
        Assert.Equal(expected, await StatusesAsync(world, ended, StateWorld.Chronic));
    }

    [Fact]
    public async Task Rollup_WhileItIsProtected_SaysHowManyPopulationsAreDone()
    {
        await using var world = await WorldAsync();
        var id = RollupId.Parse((await world.Host.Get<RollupRequests>().RequestAsync(StateWorld.State, "test", world.Starter, world.Token))!.Id);
        world.Before = name => _ = name == "complete" ? throw new DeathException() : name;

        await Assert.ThrowsAsync<DeathException>(() => world.RunAsync(id));

        Assert.Equal(new DropProgress("protect", 1, 2), (await world.FindAsync(id.ToString())).Progress);
    }

    /// <summary>Three districts, in one of which the milestone judges few.</summary>
    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, Alike("a", 60));
        await world.PublishAsync("002", 1, Alike("b", 60).Select((line, number) => number < 4 ? line : line with { Outcomes = "-" + line.Outcomes[1..] }));
        await world.PublishAsync("003", 1, Alike("c", 60));
        return world;

        IEnumerable<ContributionLine> Alike(string prefix, int count) =>
            Enumerable.Range(0, count).Select(number => world.Student(FormattableString.Invariant($"{prefix}{number}"), "S") with { Outcomes = number % 12 < 5 ? "1111" : "0000" });
    }

    private static async Task<List<ValueStatus>> StatusesAsync(StateWorld world, Rollup rollup, string measure)
    {
        var file = (await world.CandidateAsync(rollup))[measure + ".jsonl"];
        return
        [
            .. file.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => System.Text.Json.JsonSerializer.Deserialize(line, PipelineJson.Default.OrganisationLine)!)
                .Select(line => line.Values[0].Students.Status),
        ];
    }
}
