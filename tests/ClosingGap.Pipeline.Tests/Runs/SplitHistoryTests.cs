using System.Globalization;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>However a district tells what held on which day, the published snapshot is the same: every table, history included.</summary>
public sealed class SplitHistoryTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int People = 5;

    /// <summary>CLOSINGGAP_DROP_SPLITS sets how many histories are tried (default 2), CLOSINGGAP_SEED which.</summary>
    [Fact]
    public async Task AnySplitIntoDrops_PublishesTheSameSnapshot()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("CLOSINGGAP_DROP_SPLITS") ?? "2", CultureInfo.InvariantCulture);
        var given = Environment.GetEnvironmentVariable("CLOSINGGAP_SEED");
        var seed = string.IsNullOrEmpty(given) ? Random.Shared.Next() : (int)(ulong.Parse(given, CultureInfo.InvariantCulture) % int.MaxValue);
        for (var number = 0; number < count; number++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed + number}"));
            var days = Days(new Random(seed + number));
            await using var whole = await StartAsync();
            foreach (var day in days)
            {
                await whole.PublishAsync($"day-{day.On.DayNumber}", day.Bulk().ToZip(), day.On);
            }

            await using var split = await StartAsync();
            var told = await TellAsync(split, days, new Random(seed + number));

            Assert.True(
                (await SnapshotView.OfAsync(whole)).SequenceEqual(await SnapshotView.OfAsync(split), StringComparer.Ordinal),
                string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed + number}: another snapshot after {string.Join(", ", told)}"));
        }
    }

    /// <summary>People come and go with their enrollments; who stays may lose an enrollment, regain it, or be moved.</summary>
    private static List<SmallRoster> Days(Random random)
    {
        var on = new DateOnly(2025, 9, 1);
        var days = new List<SmallRoster>();
        for (var day = 0; day < 4; day++)
        {
            var users = Enumerable.Range(0, People).Where(_ => day == 0 || random.Next(5) > 0).Select(number => ($"u{number}", "student")).ToList();
            var enrollments = users.Where(_ => random.Next(4) > 0)
                .Select(user => ("e" + user.Item1, random.Next(3) == 0 ? "B" : "A", user.Item1, random.Next(3) == 0 ? null : (DateOnly?)SmallRoster.FirstDay.AddDays(random.Next(10)))).ToList();
            days.Add(new SmallRoster(on) { Users = users, Enrollments = enrollments });
            on = on.AddDays(random.Next(1, 15));
        }

        return days;
    }

    private static async Task<List<string>> TellAsync(PipelineHost host, List<SmallRoster> days, Random random)
    {
        var told = new List<string>();
        var before = days[0] with { Users = [], Enrollments = [] };
        foreach (var day in days)
        {
            var kind = day == days[0] ? "whole" : random.Next(4) switch { 0 => "whole", 1 => "mixed", 2 => "two deltas", _ => "one delta" };
            told.Add(kind);
            var (users, enrollments) = (Changes(before, day, "users"), Changes(before, day, "enrollments"));
            switch (kind)
            {
                case "whole":
                    await PublishAsync(day.Bulk(), day.On);
                    break;
                case "mixed":
                    await PublishAsync(Deltas(day, ("enrollments", enrollments), "users", "attendance"), day.On);
                    break;
                case "one delta":
                    await PublishAsync(Deltas(day, ("enrollments", enrollments), ("users", users)), day.On);
                    break;
                default:
                    // Who comes is there before the enrollments; who goes may go first.
                    await PublishAsync(Deltas(day, ("users", users), ("enrollments", [.. enrollments.Where(change => change.Status == "tobedeleted")])), day.On);
                    await PublishAsync(Deltas(day, ("enrollments", [.. enrollments.Where(change => change.Status == "active")]), "attendance"), day.On);
                    break;
            }

            if (random.Next(3) == 0)
            {
                // Older than what was applied, with no other file: it takes nothing back.
                told.Add("late");
                var late = await host.RunAsync(await host.DropAsync($"late-{told.Count}", before.Bulk("users").ToZip(), before.On, host.Time.GetUtcNow().AddHours(-30)));
                Assert.Contains(late.State, new[] { DropState.Superseded, DropState.Held });
                if (late.State == DropState.Held)
                {
                    await host.Get<DropDecisions>().DiscardAsync(late.Id, "a person", host.Started, host.Token);
                    await PublishAsync(day.Bulk(), day.On);
                }
            }

            before = day;
        }

        return told;

        async Task PublishAsync(SamplePackage package, DateOnly on)
        {
            await PublishOnceAsync(package, on);
            if (random.Next(4) == 0)
            {
                told.Add("again");
                await PublishOnceAsync(package, on);
            }
        }

        async Task PublishOnceAsync(SamplePackage package, DateOnly on)
        {
            var drop = await host.RunAsync(await host.DropAsync($"drop-{told.Count}-{Guid.NewGuid():n}", package.ToZip(), on));
            if (drop.ReasonCode == "hold.file_lost")
            {
                // A day without changes makes a package that is bulk throughout and lacks files: it is held, as it should be, and let go.
                told.Add("released");
                await host.Get<DropDecisions>().ReleaseAsync(drop.Id, "a person", host.Started, host.Token);
                drop = await host.RunAsync(drop.Id);
            }

            Assert.Equal(DropState.Published, drop.State);
        }
    }

    private static SamplePackage Deltas(SmallRoster day, (string Table, IReadOnlyList<(string, string)> Rows) one, (string Table, IReadOnlyList<(string, string)> Rows) other) =>
        day.Deltas(new[] { one, other }.Where(table => table.Rows.Count > 0).ToDictionary(table => table.Table, table => table.Rows, StringComparer.Ordinal), "attendance");

    private static SamplePackage Deltas(SmallRoster day, (string Table, IReadOnlyList<(string, string)> Rows) changes, params string[] bulk) =>
        day.Deltas(new[] { changes }.Where(table => table.Rows.Count > 0).ToDictionary(table => table.Table, table => table.Rows, StringComparer.Ordinal), bulk);

    private static List<(string Row, string Status)> Changes(SmallRoster before, SmallRoster after, string table)
    {
        var (old, now) = (before.Rows()[table], after.Rows()[table]);
        var ids = now.Select(Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. old.Where(row => !ids.Contains(Id(row))).Select(row => (row, "tobedeleted")),
            .. now.Except(old, StringComparer.Ordinal).Select(row => (row, "active")),
        ];

        static string Id(string row) => row[..row.IndexOf(',', StringComparison.Ordinal)];
    }

    private async Task<PipelineHost> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        return host;
    }
}
