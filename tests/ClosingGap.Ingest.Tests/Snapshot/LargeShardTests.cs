using System.Diagnostics;
using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>
/// One shard far larger than its target: <c>CLOSINGGAP_SNAPSHOT_ROWS</c> rows of attendance (default 200,000; 1,000,000 is a shard of
/// 60 MB of CSV). Time and memory are printed, not judged.
/// </summary>
public sealed class LargeShardTests(ITestOutputHelper output) : IDisposable
{
    private const int Days = 180;
    private static readonly CanonicalTable s_attendance = CanonicalTables.Get("attendance");
    private static readonly string[] s_days =
        [.. Enumerable.Range(0, Days).Select(day => new DateOnly(2025, 8, 15).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_LargeShard_BulkThenEqualBulkThenDelta_CountsRight()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("CLOSINGGAP_SNAPSHOT_ROWS") ?? "200000", CultureInfo.InvariantCulture);
        var order = Enumerable.Range(0, count).ToArray();
        new Random(1).Shuffle(order);
        var bulk = await TimedAsync("stage", () => StageAsync(Sub("bulk"), s_attendance, TableMode.Bulk, order.Select(Row)));
        var first = await TimedAsync("first bulk", () => RunAsync(null, bulk[0], "1.parquet"));
        Assert.Equal(new ShardMergeResult(count, count, 0, 0, 0), first);

        var again = await TimedAsync("equal bulk", () => RunAsync("1.parquet", bulk[0], "2.parquet"));
        Assert.Equal(new ShardMergeResult(count, 0, 0, 0, count), again);
        Assert.Equal(await HashAsync("1.parquet"), await HashAsync("2.parquet"));

        var changes = Enumerable.Range(count - 1000, 3000).Select(Row).Concat(Enumerable.Range(0, 500).Select(row => (Row(row).Cells, true)));
        var delta = await StageAsync(Sub("delta"), s_attendance, TableMode.Delta, changes);
        var changed = await TimedAsync("delta of 3,500 rows", () => RunAsync("1.parquet", delta[0], "3.parquet"));
        Assert.Equal(new ShardMergeResult(count + 1500, 2000, 500, 0, count - 500), changed);
    }

    private static (string?[] Cells, bool Deleted) Row(int row) => (
        [$"STU-{row / Days:D9}", $"SCH-{row / Days % 40}", null, s_days[row % Days], row % 13 == 0 ? "Unexcused Absence" : "Present", null, "1", null],
        false);

    private DirectoryInfo Sub(string name) => _folder.Directory.CreateSubdirectory(name);

    private string File(string name) => Path.Combine(_folder.Directory.FullName, name);

    private async Task<ShardMergeResult> RunAsync(string? published, StagedTable staged, string name)
    {
        await using var source = published is null ? null : System.IO.File.OpenRead(File(published));
        await using var stream = staged.Path!.OpenRead();
        await using var target = System.IO.File.Create(File(name));
        return await TableShardMerge.RunAsync(s_attendance, source, stream, staged.Mode, target, Token);
    }

    private async Task<ContentDigest> HashAsync(string name)
    {
        await using var file = System.IO.File.OpenRead(File(name));
        return await ContentHash.CopyAsync(file, null, Token);
    }

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        using var process = Process.GetCurrentProcess();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms, peak working set {process.PeakWorkingSet64 >> 20} MiB");
        return result;
    }
}
