using System.Globalization;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class KeyLogTests
{
    [Theory]
    [InlineData(0, 512L << 20, false)]
    [InlineData(10, 512L << 20, false)]
    [InlineData(700_000, 512L << 20, false)]
    [InlineData(700_000, 2L << 20, true)]
    public void Doubles_OfAnyKeys_AreThoseThatASetRefuses(int keys, long budget, bool spills)
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var memory = new KeyMemory(budget, folder: null);
        using var log = new KeyLog(memory);
        var met = new HashSet<ulong>();
        var expected = new List<(long, bool)>();
        for (var row = 2; row < keys + 2; row++)
        {
            // Every seventh has mostly come before; the hash of nothing is nobody's own.
            var key = row % 7 == 0 ? KeyHash.Append((ulong)random.Next(1, keys), "x") : KeyHash.Append((ulong)row, "x");
            var isAccepted = random.Next(2) == 0;
            log.Add(key, row, isAccepted);
            if (!met.Add(key))
            {
                expected.Add((row, isAccepted));
            }
        }

        Assert.Equal(expected, log.Doubles());
        Assert.Equal(spills, memory.HasSpilled);
    }

    [Fact]
    public void Doubles_OfOneKeyForever_TakeNoMoreRoomThanOthers()
    {
        using var memory = new KeyMemory(1L << 20, folder: null);
        using var log = new KeyLog(memory);
        for (var row = 1; row <= 3_000_000; row++)
        {
            log.Add(KeyHash.Seed, row, isAccepted: true);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(2_999_999, log.Doubles().LongCount());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L << 20);
    }

    [Fact]
    public void Dispose_LogWithChunks_GivesThemToTheNext()
    {
        using var memory = new KeyMemory(24L << 20, folder: null);
        for (var round = 0; round < 5; round++)
        {
            using var log = new KeyLog(memory);
            for (var row = 1; row <= 1_000_000; row++)
            {
                log.Add(KeyHash.Append((ulong)row, "x"), row, isAccepted: true);
            }

            Assert.True(!log.Doubles().Any(), string.Create(CultureInfo.InvariantCulture, $"round {round}"));
        }

        Assert.False(memory.HasSpilled);
    }
}
