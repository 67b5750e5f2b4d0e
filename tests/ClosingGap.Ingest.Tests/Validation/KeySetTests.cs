using System.Diagnostics;
using System.Globalization;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class KeySetTests
{
    [Theory]
    [InlineData(512L << 20, false)]
    [InlineData(4L << 20, true)]
    [InlineData(0, true)]
    public void Add_WithinAndAboveTheBudget_KeepsWhatAHashSetKeeps(long budget, bool spills)
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var memory = new KeyMemory(budget, folder: null);
        using var set = new KeySet(memory);
        var model = new HashSet<ulong>();
        for (var turn = 0; turn < 600_000; turn++)
        {
            // The first are small numbers, nought among them; of the rest every fifth has mostly come before.
            var key = turn < 1_000 ? (ulong)random.Next(700) : turn % 5 == 0 ? KeyHash.Append((ulong)random.Next(1_000), "x") : (ulong)random.NextInt64() << 1;
            Assert.Equal(model.Add(key), set.Add(key));
        }

        Assert.Equal(model.Count, set.Count);
        Assert.All(model.Take(50_000), key => Assert.True(set.Contains(key)));
        Assert.Equal(spills, memory.HasSpilled);
        for (var turn = 0; turn < 50_000; turn++)
        {
            var key = (ulong)random.NextInt64() << 1 | 1;
            Assert.Equal(model.Contains(key), set.Contains(key));
        }
    }

    [Fact]
    public void Dispose_SetWithChunks_GivesThemToTheNext()
    {
        const int Keys = 200_000;
        using var memory = new KeyMemory(8L << 20, folder: null);
        for (var round = 0; round < 5; round++)
        {
            using var set = new KeySet(memory);
            for (var key = 1UL; key <= Keys; key++)
            {
                Assert.True(set.Add(KeyHash.Append(key, "x")));
            }
        }

        Assert.False(memory.HasSpilled);
    }

    [Fact]
    public void Spill_OnThisSystem_LeavesNoNamedFile()
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-keys-test-");
        try
        {
            using var memory = new KeyMemory(0, folder.FullName);
            using var set = new KeySet(memory);
            for (var key = 1UL; key <= 50_000; key++)
            {
                set.Add(KeyHash.Append(key, "x"));
            }

            Assert.True(memory.HasSpilled);
            Assert.True(OperatingSystem.IsWindows() || folder.GetFiles().Length == 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><c>CLOSINGGAP_KEYS</c> sets how many keys; the budget is small beside them from 10 million on.</summary>
    [Fact]
    public void Add_ManyKeys_StaysWithinTheBudgetAndFindsThemAll()
    {
        var isAlone = ulong.TryParse(Environment.GetEnvironmentVariable("CLOSINGGAP_KEYS"), CultureInfo.InvariantCulture, out var keys);
        keys = isAlone ? keys : 2_000_000;
        const long Budget = 64L << 20;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        using var memory = new KeyMemory(Budget, folder: null);
        using var many = new KeySet(memory);
        for (var key = 1UL; key <= keys; key++)
        {
            Assert.True(many.Add(KeyHash.Append(key, "x")));
        }

        for (var key = 1UL; key <= keys; key += 7)
        {
            Assert.True(many.Contains(KeyHash.Append(key, "x")));
        }

        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var process = Process.GetCurrentProcess();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{keys:N0} keys in {clock.Elapsed.TotalSeconds:F0} s, spilled {memory.HasSpilled}, heap {used >> 20} MiB, peak of the process {process.PeakWorkingSet64 >> 20} MiB"));
        Assert.Equal((long)keys, many.Count);

        // Below nothing when what other tests left behind was freed meanwhile.
        Assert.True(used <= Budget + (32L << 20), $"{used:N0} bytes are held.");

        // Other tests of the same process count in its peak, unless the number was set to run this one by itself.
        Assert.InRange(isAlone ? process.PeakWorkingSet64 : 0, 0, 1L << 30);
    }
}
