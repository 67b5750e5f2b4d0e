using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class LineItemMapTests
{
    [Fact]
    public void Put_AnyOrder_KeepsWhatADictionaryKeeps()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var range = new ScoreRange(0, 10);
        var map = new LineItemMap();
        var model = new Dictionary<ulong, ulong>();
        for (var turn = 0; turn < 100_000; turn++)
        {
            var (id, place, replaces) = ((ulong)random.Next(40_000), (ulong)random.NextInt64(), random.Next(2) == 0);
            map.Put(id, new LineItemFacts(place, range), replaces);
            if (replaces || !model.ContainsKey(id))
            {
                model[id] = place;
            }
        }

        for (var id = 0UL; id < 40_100; id++)
        {
            Assert.Equal(model.TryGetValue(id, out var place), map.TryFind(id, out var found));
            Assert.Equal(place, found.Class);
        }
    }
}
