using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>A roster and its history depend on what held on which day, and not on how that was told.</summary>
public sealed class SplitHistoryProperties(ITestOutputHelper output)
{
    private static readonly CanonicalTable s_enrollments = CanonicalTables.Get("enrollments");
    private static readonly RosterHistory s_history = RosterHistory.Of("enrollments")!;

    /// <summary>CLOSINGGAP_SPLITS sets how many histories are tried (default 30), CLOSINGGAP_SEED which.</summary>
    [Fact]
    public async Task AnySplitOfDatedStates_IntoBulkAndDeltas_EndsInTheSameRosterAndHistory()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("CLOSINGGAP_SPLITS") ?? "30", CultureInfo.InvariantCulture);
        var given = Environment.GetEnvironmentVariable("CLOSINGGAP_SEED");
        var seed = string.IsNullOrEmpty(given) ? Random.Shared.Next() : (int)(ulong.Parse(given, CultureInfo.InvariantCulture) % int.MaxValue);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed}, {count} histories"));
        var kept = 0;
        for (var number = 0; number < count; number++)
        {
            var days = 2 + (number % 12);
            if (await DifferenceAsync(seed + number, days) is not { } difference)
            {
                kept += await HistoryRowsAsync(seed + number, days);
                continue;
            }

            // The fewest days that still differ say most.
            for (var fewer = 2; fewer <= days; fewer++)
            {
                if (await DifferenceAsync(seed + number, fewer) is { } smaller)
                {
                    Assert.Fail(FormattableString.Invariant($"CLOSINGGAP_SEED={seed + number} with {fewer} days: {smaller}"));
                }
            }

            Assert.Fail(difference);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kept} rows of history"));
        Assert.True(kept > count / 2);
    }

    private static async Task<int> HistoryRowsAsync(int seed, int days) =>
        (await TellAsync(SplitDrops.Bulk(SplitHistory.Of(new Random(seed), days)), 1)).Rows.Count;

    private static async Task<string?> DifferenceAsync(int seed, int days)
    {
        var history = SplitHistory.Of(new Random(seed), days);
        var expected = await TellAsync(SplitDrops.Bulk(history), 3);
        var split = SplitDrops.Any(history, new Random(seed * 31)).ToList();
        var actual = await TellAsync(split, 3);
        var unsplit = await TellAsync(split, 1);
        return !expected.Hashes.SequenceEqual(actual.Hashes, StringComparer.Ordinal)
                ? "files differ; expected " + Lines(expected.Rows) + ", found " + Lines(actual.Rows) + " after " + string.Join(" | ", split.Select(Text))
            : !expected.Rows.SequenceEqual(unsplit.Rows, StringComparer.Ordinal) ? "history depends on the number of shards"
            : null;
    }

    private static string Lines(IEnumerable<string> rows) => string.Join("; ", rows);

    private static string Text(SplitDrop drop) =>
        FormattableString.Invariant($"{drop.On:yyyy-MM-dd} {drop.Mode}: ") + Lines(drop.Rows.Select(row => (row.Deleted ? "-" : "+") + string.Join(',', row.Cells)));

    /// <summary>The content of every shard of the roster and its history, and the history's rows over all shards.</summary>
    private static async Task<(IReadOnlyList<string> Hashes, IReadOnlyList<string> Rows)> TellAsync(IEnumerable<SplitDrop> drops, int shardCount)
    {
        var roster = new byte[]?[shardCount];
        var history = Enumerable.Range(0, shardCount).Select(_ => (IReadOnlyList<string?[]>)[]).ToArray();
        DateOnly? since = null;
        foreach (var drop in drops)
        {
            var isLater = since < drop.On;
            since ??= drop.On;
            using var folder = new TempFolder();
            var staged = await StageAsync(folder.Directory, s_enrollments, drop.Mode, drop.Rows, shardCount);
            for (var shard = 0; shard < shardCount; shard++)
            {
                var changes = new RosterChanges(s_history, history[shard], isLater);
                if (staged.FirstOrDefault(file => file.Shard == shard) is { } file)
                {
                    using var parquet = new MemoryStream();
                    using var before = roster[shard] is { } bytes ? new MemoryStream(bytes, writable: false) : null;
                    await using var rows = file.Path?.OpenRead();
                    await TableShardMerge.RunAsync(s_enrollments, before, rows, drop.Mode, parquet, Token, changes);
                    roster[shard] = parquet.ToArray();
                }

                history[shard] = HistoryMerge.Apply(s_history, history[shard], changes, drop.On, RosterHistory.KeptFrom(drop.On, 1));
            }
        }

        var empty = (await MergeAsync(s_enrollments, null, Tables.TableMode.Bulk, staged: null)).Parquet;
        var hashes = new List<string>();
        for (var shard = 0; shard < shardCount; shard++)
        {
            using var parquet = new MemoryStream();
            await CanonicalParquet.WriteAsync(parquet, s_history.Table, history[shard], Token);
            hashes.AddRange([ContentHash.Of(roster[shard] ?? empty), ContentHash.Of(parquet.ToArray())]);
        }

        return (hashes, [.. history.SelectMany(rows => rows).Select(row => string.Join(',', row)).Order(StringComparer.Ordinal)]);
    }
}
