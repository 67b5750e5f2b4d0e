using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Pipeline.Tests.Lanes;

public sealed class LaneProperties(ITestOutputHelper output)
{
    private static readonly DateTimeOffset s_night = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(int Minute, bool Bulk, int Tables, bool Lms)> s_drops =
        from minute in Gen.Choose(0, 12)
        from bulk in Gen.Choose(0, 3)
        from tables in Gen.Choose(1, 7)
        from lms in Gen.Choose(0, 3)
        select (minute, bulk > 0, tables, lms == 0);

    private static readonly Gen<(int Kind, int Drop)> s_moves =
        from kind in Gen.Choose(0, 9)
        from drop in Gen.Choose(0, 7)
        select (kind, drop);

    [Fact]
    public void AnyOrderOfEntersLeavesAndDecisions_KeepsOneHolderAndLosesNoDrop() => PropertyCheck.Holds(
        output,
        from drops in s_drops.ArrayOf(8)
        from moves in s_moves.ArrayOf(60)
        select (drops, moves),
        world =>
        {
            var lanes = new LaneWorld([.. world.drops.Select(Entry)]);
            foreach (var (kind, drop) in world.moves)
            {
                lanes.Do(kind, drop);
            }

            lanes.DrainAndCheck();
        },
        count: 2_000);

    private static LaneEntry Entry((int Minute, bool Bulk, int Tables, bool Lms) drop, int number)
    {
        string[] names = ["users", "orgs", "classes"];
        return new LaneEntry(
            $"drop-{number}",
            drop.Lms ? "lms" : "sis",
            s_night.AddMinutes(drop.Minute),
            drop.Bulk,
            [.. names.Where((_, bit) => (drop.Tables & (1 << bit)) != 0)]);
    }
}
