using System.Globalization;

namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>
/// The engine in a process of its own, killed with SIGKILL and started again on the same file. CLOSINGGAP_KILL_STRIDE=1 kills at
/// every durable step; the default takes a sample; stride 3 with the seeds 1, 2 and 3 takes all in three parts.
/// CLOSINGGAP_KILL_RUNS sets the number of random runs, CLOSINGGAP_KILL_SEED their seed.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Expected = "fan=15;flaky=ok;go=1;child=107;early=7;last=3";

    private static readonly int Stride = Setting("CLOSINGGAP_KILL_STRIDE", 19);
    private static readonly int Runs = Setting("CLOSINGGAP_KILL_RUNS", 3);
    private static readonly int Seed = Setting("CLOSINGGAP_KILL_SEED", Random.Shared.Next(1, 1_000_000));

    [Fact]
    public async Task Engine_KilledAtADurableStep_FinishesWithTheRightResult()
    {
        var first = Stride == 1 ? 1 : 1 + (Seed % Stride);
        var tried = 0;
        KillReport? unharmed = null;
        for (var step = first; unharmed is null; step += Stride)
        {
            var directory = NewDirectory();
            var report = await RunAsync(directory, step);
            if (report is not null)
            {
                // The run had fewer steps than that: every point has been tried.
                unharmed = report;
                Assert.True(report.Steps < step, $"a run of {report.Steps} steps was not killed at step {step}");
            }
            else
            {
                tried++;
                report = await FinishAsync(directory);
            }

            AssertFinished(directory, report, $"killed at step {step}");
            Directory.Delete(directory, recursive: true);
        }

        output.WriteLine($"seed {Seed}: {tried} kill points, from step {first} by {Stride}, of {unharmed.Steps} steps");
        Assert.True(tried * Stride > 60, $"only {tried} kill points were tried");
    }

    [Fact]
    public async Task Engine_KilledAgainDuringRecovery_FinishesWithTheRightResult()
    {
        var random = new Random(Seed);
        output.WriteLine($"seed {Seed}");
        var kills = 0;
        for (var run = 0; run < Runs; run++)
        {
            var directory = NewDirectory();
            KillReport? report = null;
            for (var death = 0; death < 4 && report is null; death++)
            {
                report = await RunAsync(directory, random.Next(1, 60));
                kills += report is null ? 1 : 0;
            }

            AssertFinished(directory, report ?? await FinishAsync(directory), $"run {run} of seed {Seed}");
            Directory.Delete(directory, recursive: true);
        }

        output.WriteLine($"{kills} kills in {Runs} runs");
        Assert.True(kills >= Runs, "hardly any run was killed");
    }

    [Fact]
    public async Task Engine_KilledFromOutsideAtRandomTimes_FinishesWithTheRightResult()
    {
        var random = new Random(Seed);
        output.WriteLine($"seed {Seed}");
        var kills = 0;
        for (var run = 0; run < Runs; run++)
        {
            var directory = NewDirectory();
            KillReport? report = null;
            for (var death = 0; death < 5 && report is null; death++)
            {
                await using var child = KillChild.Start(directory);

                // The moment is the random thing under test, not a wait for something.
                var ended = child.EndAsync();
                if (await Task.WhenAny(ended, Task.Delay(random.Next(100, 900), TestContext.Current.CancellationToken)) != ended)
                {
                    child.Kill();
                }

                report = await ended;
                kills += report is null ? 1 : 0;
                KillInspector.AssertConsistent(directory, $"in run {run} of seed {Seed}");
            }

            AssertFinished(directory, report ?? await FinishAsync(directory), $"run {run} of seed {Seed}");
            Directory.Delete(directory, recursive: true);
        }

        output.WriteLine($"{kills} kills in {Runs} runs");
    }

    private static async Task<KillReport?> RunAsync(string directory, int crashAt)
    {
        await using var child = KillChild.Start(directory, crashAt);
        var report = await child.EndAsync();
        KillInspector.AssertConsistent(directory, $"after the kill at step {crashAt}");
        return report;
    }

    private static async Task<KillReport> FinishAsync(string directory)
    {
        await using var child = KillChild.Start(directory);
        return await child.EndAsync() ?? throw new InvalidOperationException("The last run was killed, though nobody asked for it.");
    }

    private static void AssertFinished(string directory, KillReport report, string when)
    {
        Assert.True(report is { Status: "Completed", Output: Expected }, $"{report} {when}");
        KillInspector.AssertConsistent(directory, when);
        KillInspector.AssertDrained(directory);
        var effects = File.ReadLines(Path.Combine(directory, "effects.log")).ToLookup(line => line, StringComparer.Ordinal);
        foreach (var key in (string[])["Add 10", "Add 11", "Add 12", "Add 13", "Add 14", "Add 7", "Add 3"])
        {
            Assert.True(effects[key].Any(), $"{key} was never applied, {when}");
        }

        Assert.True(effects["Flaky"].Count() >= 3, $"the failing activity was not tried again, {when}");
    }

    private static string NewDirectory() =>
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "closinggap-kill", Guid.NewGuid().ToString("N"))).FullName;

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : standard;
}
