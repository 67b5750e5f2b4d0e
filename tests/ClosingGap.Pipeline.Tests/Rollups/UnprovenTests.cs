using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>Where protection cannot be shown an operator sees where that is; a reader does not.</summary>
public sealed class UnprovenTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Rollup_WhoseSmallGroupHasOnlyToldOnesBesideIt_NamesTheCellToOperatorsAlone()
    {
        await using var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, [.. Students("sex:female", 15), .. Students("sex:male", 85)]);
        await world.CorrectAsync((await world.RollupAsync()).Id);
        await world.PublishAsync("001", 2, [.. Students("sex:female", 3), .. Students("sex:male", 90)]);

        var rollup = await world.RollupAsync();

        var details = (await world.Host.Get<RollupReader>().FindAsync(RollupId.Parse(rollup.Id), null, 10, world.Token))!;
        Assert.True(rollup.Protection!.Unproven > 0);
        Assert.Contains(rollup.Alerts, alert => alert.Code == "rollup.unproven");
        Assert.Contains(details.Unproven, cell => cell is { District: "TX-001", Group: "sex:female" });
        await world.CorrectAsync(rollup.Id);
        var metadata = await world.Host.TextAsync(StateDataSets.Container, StateDataSets.Prefix(StateWorld.State, 2) + "metadata.json");
        Assert.DoesNotContain("sex:female", metadata, StringComparison.Ordinal);

        // How many cells cover others is not told either: none tells that all that is suppressed is small.
        Assert.All((string[])["primary", "complementary", "withheld"], count => Assert.DoesNotContain(count, metadata, StringComparison.OrdinalIgnoreCase));

        IEnumerable<ContributionLine> Students(string sex, int count) => Enumerable.Range(0, count).Select(number =>
            world.Student(FormattableString.Invariant($"{sex}{number}"), "S", number % 5 != 0, groups: sex) with { Outcomes = number % 5 < 2 ? "1111" : "0000" });
    }
}
