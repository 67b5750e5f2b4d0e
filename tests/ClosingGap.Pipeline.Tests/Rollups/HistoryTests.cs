using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Releases;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>The history of a measure is what its releases told, and says of a gap what their percents allow.</summary>
public sealed class HistoryTests(AzuriteFixture azurite)
{
    private const int OfEach = 2_000;
    private static readonly HistoryQuery s_bySex = new(null, null, "sex", 10);

    [Fact]
    public async Task History_OfTwoReleases_TellsBothAndThatTheGapCloses()
    {
        await using var world = await WorldAsync();
        await ReleaseAsync(world, 1, ofMale: 90, ofFemale: 60);
        await ReleaseAsync(world, 2, ofMale: 90, ofFemale: 80);

        var history = (await FindAsync(world, s_bySex))!;

        Assert.Equal(["release-TX-1", "release-TX-2"], history.Points.Select(point => point.Release));
        Assert.Equal([60m, 80m], history.Points.Select(point => point.Values.Single(value => value.Group == "sex:female").Percent.Value));
        Assert.All(history.Points, point => Assert.Equal(["all", "sex:female", "sex:male"], point.Values.Select(value => value.Group)));
        var trend = Assert.Single(history.Trends);
        Assert.Equal(("sex:female", "sex:male", GapTrendWord.Closing), (trend.Group, trend.Reference, trend.Trend.Word));
        Assert.Equal(-.2, trend.Trend.Change.Value, 4);
        Assert.True(trend.Trend.Change.Low < -.22 && trend.Trend.Change.High > -.18, "The interval leaves out what the rounding of four percents may do.");
    }

    [Fact]
    public async Task History_OfAnIndicator_TakesMoreForWorse()
    {
        await using var world = await WorldAsync();
        await ReleaseAsync(world, 1, ofMale: 20, ofFemale: 50);
        await ReleaseAsync(world, 2, ofMale: 40, ofFemale: 50);

        var history = (await FindAsync(world, s_bySex, StateMeasures.ChronicAbsence))!;

        Assert.Equal(GapTrendWord.ClosedByDecline, Assert.Single(history.Trends).Trend.Word);
    }

    [Fact]
    public async Task History_OfAChangeThatRoundingMayMake_SaysNoWord()
    {
        await using var world = await WorldAsync();
        await ReleaseAsync(world, 1, ofMale: 90, ofFemale: 80);
        await ReleaseAsync(world, 2, ofMale: 90, ofFemale: 82);

        Assert.Equal(GapTrendWord.NoClearChange, Assert.Single((await FindAsync(world, s_bySex))!.Trends).Trend.Word);
    }

    [Fact]
    public async Task History_WhereAGroupIsSuppressed_HoldsNoNumberAndNoTrend()
    {
        await using var world = await WorldAsync();
        await ReleaseAsync(world, 1, ofMale: 90, ofFemale: 60, female: 5);
        await ReleaseAsync(world, 2, ofMale: 90, ofFemale: 60, female: 5);

        var history = (await FindAsync(world, s_bySex))!;

        Assert.All(history.Points, point => Assert.Equal(ValueStatus.Suppressed, point.Values.Single(value => value.Group == "sex:female").Percent.Status));
        Assert.Empty(history.Trends);
    }

    [Fact]
    public async Task History_OfADistrictOrWhatNobodyReleased_IsItsOwnOrNone()
    {
        await using var world = await WorldAsync();
        Assert.Null(await FindAsync(world, s_bySex));
        await ReleaseAsync(world, 1, ofMale: 90, ofFemale: 60);

        var district = (await FindAsync(world, s_bySex with { District = "TX-001" }))!;
        Assert.Equal(("TX-001", null), (district.District, district.School));
        Assert.Equal("S", (await FindAsync(world, s_bySex with { District = "TX-001", School = "S" }))!.School);
        Assert.Empty(district.Trends);
        Assert.Null(await FindAsync(world, s_bySex with { District = "TX-009" }));
        Assert.Null(await FindAsync(world, s_bySex, "milestone.unknown"));
    }

    private static async Task<MeasureHistory?> FindAsync(StateWorld world, HistoryQuery query, string measure = StateWorld.Chronic) =>
        (await world.Host.Get<StateHistory>().FindAsync(StateWorld.State, measure, query, world.Token))?.Value;

    private static async Task ReleaseAsync(StateWorld world, long version, int ofMale, int ofFemale, int female = OfEach)
    {
        await world.PublishAsync("001", version, [.. Students("m", "sex:male", OfEach, ofMale), .. Students("f", "sex:female", female, ofFemale)]);
        world.Host.Time.Advance(TimeSpan.FromDays(31));
        await world.CorrectAsync((await world.RollupAsync()).Id);

        IEnumerable<ContributionLine> Students(string prefix, string sex, int count, int percent) => Enumerable.Range(0, count).Select(number =>
            world.Student(FormattableString.Invariant($"{version}{prefix}{number}"), "S", groups: sex) with { Outcomes = number % 100 < percent ? "1111" : "0000" });
    }

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        return world;
    }
}
