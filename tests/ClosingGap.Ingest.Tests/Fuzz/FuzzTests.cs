using System.Globalization;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>
/// Spoils sound packages at random and validates what comes of it. <c>CLOSINGGAP_FUZZ_CASES</c> sets how many, <c>CLOSINGGAP_FUZZ_SEED</c> the first
/// seed; a failure names the seed that brings it about again. It runs alone: the memory that it holds itself to is what the process has more than before.
/// </summary>
[Collection(nameof(FuzzTests))]
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzTests
{
    private const long MaxGrowthBytes = 64L << 20;

    [Fact]
    public async Task Validate_SoundPackages_AreFoundSound()
    {
        for (var sound = 0; sound < FuzzSeeds.Count; sound++)
        {
            var fault = await new FuzzCase(sound, []).RunAsync();
            Assert.True(fault is null, $"Sound package {sound}: {fault}");
        }
    }

    [Fact]
    public async Task Validate_SpoiledPackages_EndsWithKnownCodesAndTellsNoCell()
    {
        var cases = Setting("CLOSINGGAP_FUZZ_CASES", 10_000);
        var seed = Setting("CLOSINGGAP_FUZZ_SEED", Environment.TickCount & 0x3FFFFFFF);
        TestContext.Current.TestOutputHelper!.WriteLine($"{cases} cases from seed {seed}");
        // What the tests before this one left in pools is not of these cases.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        for (var number = 0; number < cases; number++)
        {
            var spoiled = FuzzCase.Of(seed + number);
            var fault = await spoiled.RunAsync();
            if (fault == FuzzCase.TookTooLong)
            {
                // On a busy machine a thread may wait that long for its turn; what hangs, hangs again.
                TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed + number}: {fault}, and is tried again");
                fault = await spoiled.RunAsync();
            }

            if (fault is not null)
            {
                Assert.Fail($"Seed {seed + number}: {fault}. At the least {await spoiled.ShrinkAsync()}");
            }

            if (number % 1_000 == 999)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{cases * 2} validations, heap {before >> 20} MiB before and at most {peak >> 20} MiB after collection");
        Assert.InRange(peak - before, 0, MaxGrowthBytes);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
