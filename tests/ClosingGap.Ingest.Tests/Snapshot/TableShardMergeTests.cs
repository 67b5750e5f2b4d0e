using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class TableShardMergeTests(ITestOutputHelper output)
{
    private static readonly CanonicalTable s_dates = CanonicalTables.Get("calendarDates");
    private static readonly CanonicalTable s_attendance = CanonicalTables.Get("attendance");

    [Fact]
    public async Task Run_SameRowsInAnyOrder_GivesEqualBytes()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        foreach (var table in CanonicalTables.All)
        {
            var rows = RandomRows.Of(table, 500, random).ToArray();
            var (result, first) = await BulkAsync(table, null, rows);
            Assert.Equal(new ShardMergeResult(rows.Length, rows.Length, 0, 0, 0), result);
            random.Shuffle(rows);
            Assert.Equal(ContentHash.Of(first), ContentHash.Of((await BulkAsync(table, null, rows)).Parquet));

            // The same content by another way: half of it as base, the rest as changes.
            var half = (await BulkAsync(table, null, rows[..250])).Parquet;
            var (_, byDelta) = await MergeAsync(table, half, TableMode.Delta, rows[200..].Select(row => (row, false)));
            Assert.Equal(ContentHash.Of(first), ContentHash.Of(byDelta));
        }
    }

    [Fact]
    public async Task Run_Rows_AreSortedByKeyOrdinallyNullsFirst()
    {
        string?[][] rows =
        [
            ["b", "S", null, "2026-01-05", "x", null, null, null],
            ["B", "S", "c10", "2026-01-05", "x", null, null, null],
            ["B", "S", "c9", "2026-01-05", "x", null, null, null],
            ["B", "S", null, "2026-01-06", "x", null, null, null],
            ["B", "S", null, "2026-01-05", "x", null, null, null],
            ["é", "S", null, "2026-01-05", "x", null, null, null],
            ["a", "S", null, "2026-01-05", "x", null, null, null],
        ];
        var sorted = await RowsAsync(s_attendance, (await BulkAsync(s_attendance, null, rows)).Parquet);
        Assert.Equal(new[] { rows[4], rows[3], rows[1], rows[2], rows[6], rows[0], rows[5] }, sorted);
    }

    [Fact]
    public async Task Run_WideKeys_SortLikeTheirParts()
    {
        // Five integer columns of 32 bits do not fit one machine word: their ranks must.
        var table = new CanonicalTable(
            "wide", [.. Enumerable.Range(0, 5).Select(index => new CanonicalColumn($"k{index}", ColumnType.Integer))], ["k0", "k1", "k2", "k3", "k4"], null);
        string[] values = ["-2147483648", "-1", "0", "7", "2147483647"];
        var rows = (from a in values from b in values from c in values from d in values from e in values select new string?[] { a, b, c, d, e }).ToArray();
        var shuffled = rows.ToArray();
        new Random(7).Shuffle(shuffled);
        var (result, parquet) = await BulkAsync(table, null, shuffled);
        Assert.Equal(3125, result.Rows);
        Assert.Equal(rows, await RowsAsync(table, parquet));
    }

    [Fact]
    public async Task Run_Bulk_ReplacesAndCounts()
    {
        var published = (await BulkAsync(s_dates, null, Day("A", "1", "x"), Day("A", "2", "x"), Day("A", "3", null))).Parquet;
        var (result, parquet) = await BulkAsync(s_dates, published, Day("A", "4", "x"), Day("A", "3", "y"), Day("A", "2", "x"));
        Assert.Equal(new ShardMergeResult(Rows: 3, Added: 1, Removed: 1, Changed: 1, Unchanged: 1), result);
        Assert.Equal(new[] { Day("A", "2", "x"), Day("A", "3", "y"), Day("A", "4", "x") }, await RowsAsync(s_dates, parquet));
    }

    [Fact]
    public async Task Run_BulkOfTheSameRows_HasSameContentAndBytes()
    {
        string?[][] rows = [Day("A", "1", "x"), Day("A", "2", "x")];
        var published = (await BulkAsync(s_dates, null, rows)).Parquet;
        var (result, parquet) = await BulkAsync(s_dates, published, rows[1], rows[0]);
        Assert.True(result.SameContent);
        Assert.Equal(published, parquet);
    }

    [Fact]
    public async Task Run_Delta_UpsertsAndDeletesAndCounts()
    {
        var published = (await BulkAsync(s_dates, null, Day("A", "1", "x"), Day("A", "2", "x"), Day("A", "3", "x"), Day("A", "4", "x"))).Parquet;
        var (result, parquet) = await MergeAsync(
            s_dates, published, TableMode.Delta,
            [(Day("A", "5", "n"), false), (Day("A", "1", null), true), (Day("A", "2", "y"), false), (Day("A", "3", "x"), false), (Day("A", "9", null), true)]);
        Assert.Equal(new ShardMergeResult(Rows: 4, Added: 1, Removed: 1, Changed: 1, Unchanged: 2), result);
        Assert.Equal(
            new[] { Day("A", "2", "y"), Day("A", "3", "x"), Day("A", "4", "x"), Day("A", "5", "n") }, await RowsAsync(s_dates, parquet));
    }

    [Fact]
    public async Task Run_EqualKeys_BulkKeepsTheFirstAndDeltaTheLast()
    {
        (string?[], bool)[] rows = [(Day("A", "1", "first"), false), (Day("A", "1", "second"), false), (Day("A", "1", "last"), false)];
        var bulk = await MergeAsync(s_dates, null, TableMode.Bulk, rows);
        var delta = await MergeAsync(s_dates, null, TableMode.Delta, rows);
        Assert.Equal("first", Assert.Single(await RowsAsync(s_dates, bulk.Parquet))[2]);
        Assert.Equal("last", Assert.Single(await RowsAsync(s_dates, delta.Parquet))[2]);
        Assert.Equal(new ShardMergeResult(1, 1, 0, 0, 0), delta.Result);
    }

    [Fact]
    public async Task Run_DeltaThatDeletesAndThenUpserts_KeepsTheUpsert()
    {
        var published = (await BulkAsync(s_dates, null, Day("A", "1", "x"), Day("A", "2", "x"))).Parquet;
        var (result, parquet) = await MergeAsync(
            s_dates, published, TableMode.Delta,
            [(Day("A", "1", null), true), (Day("A", "1", "x"), false), (Day("A", "2", "z"), false), (Day("A", "2", null), true)]);
        Assert.Equal(new ShardMergeResult(Rows: 1, Added: 0, Removed: 1, Changed: 0, Unchanged: 1), result);
        Assert.Equal(Day("A", "1", "x"), Assert.Single(await RowsAsync(s_dates, parquet)));
    }

    [Fact]
    public async Task Run_NothingStaged_BulkEmptiesAndDeltaKeeps()
    {
        var published = (await BulkAsync(s_dates, null, Day("A", "1", "x"), Day("A", "2", "x"))).Parquet;
        var bulk = await MergeAsync(s_dates, published, TableMode.Bulk, staged: null);
        Assert.Equal(new ShardMergeResult(0, 0, 2, 0, 0), bulk.Result);
        Assert.Empty(await RowsAsync(s_dates, bulk.Parquet));
        var delta = await MergeAsync(s_dates, published, TableMode.Delta, staged: null);
        Assert.Equal(new ShardMergeResult(2, 0, 0, 0, 2), delta.Result);
        Assert.Equal(published, delta.Parquet);
    }

    [Fact]
    public async Task Run_BulkRowMarkedDeleted_IsNotThere()
    {
        var (result, _) = await MergeAsync(s_dates, null, TableMode.Bulk, [(Day("A", "1", "x"), true), (Day("A", "2", "x"), false)]);
        Assert.Equal(new ShardMergeResult(1, 1, 0, 0, 0), result);
    }

    [Fact]
    public async Task Run_DecimalWrittenOtherwise_IsUnchanged()
    {
        var plans = CanonicalTables.Get("graduationPlans");
        var published = (await BulkAsync(plans, null, ["p", "d", "2026", "Math", "4"])).Parquet;
        Assert.True((await BulkAsync(plans, published, ["p", "d", "2026", "Math", "4.000"])).Result.SameContent);
    }

    [Fact]
    public async Task Run_BaseWithoutAColumn_CountsRowsThatNowHaveItAsChanged()
    {
        var older = new CanonicalTable("calendarDates", [s_dates.Columns[0], s_dates.Columns[1]], ["schoolSourcedId", "date"], null);
        var published = (await BulkAsync(older, null, ["A", "2026-01-01"], ["A", "2026-01-02"])).Parquet;
        var (result, _) = await BulkAsync(s_dates, published, Day("A", "1", null), Day("A", "2", "x"));
        Assert.Equal(new ShardMergeResult(Rows: 2, Added: 0, Removed: 0, Changed: 1, Unchanged: 1), result);
    }

    [Fact]
    public async Task Run_NothingChangedOnABaseInOrder_KeepsTheBasesOwnBytes()
    {
        // The same rows in two row groups of a foreign writer's making: other bytes than a merge would write.
        using var stream = new MemoryStream();
        await using (var writer = await ParquetTableWriter.CreateAsync(stream, s_dates, Token))
        {
            var cells = new TableCells(s_dates);
            cells.AddRow(Day("A", "1", "x"));
            cells.AddRow(Day("A", "2", "x"));
            await writer.WriteAsync(cells, new[] { 0 }, Token);
            await writer.WriteAsync(cells, new[] { 1 }, Token);
        }

        var (_, written) = await BulkAsync(s_dates, null, Day("A", "1", "x"), Day("A", "2", "x"));
        var (result, kept) = await BulkAsync(s_dates, stream.ToArray(), Day("A", "2", "x"), Day("A", "1", "x"));
        Assert.True(result.SameContent);
        Assert.NotEqual(written, kept);
        Assert.Equal(stream.ToArray(), kept);
    }

    [Fact]
    public async Task Run_NothingChangedOnABaseOutOfOrderOrOfOtherColumns_WritesItAnew()
    {
        var (_, written) = await BulkAsync(s_dates, null, Day("A", "1", null), Day("A", "2", null));
        using var unordered = new MemoryStream();
        await CanonicalParquet.WriteAsync(unordered, s_dates, [Day("A", "2", null), Day("A", "1", null)], Token);
        var older = new CanonicalTable("calendarDates", [s_dates.Columns[0], s_dates.Columns[1]], ["schoolSourcedId", "date"], null);
        using var narrow = new MemoryStream();
        await CanonicalParquet.WriteAsync(narrow, older, [["A", "2026-01-01"], ["A", "2026-01-02"]], Token);
        foreach (var published in new[] { unordered, narrow })
        {
            var (result, parquet) = await MergeAsync(s_dates, published.ToArray(), TableMode.Delta, staged: null);
            Assert.True(result.SameContent);
            Assert.Equal(written, parquet);
        }
    }

    [Fact]
    public async Task Run_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TableShardMerge.RunAsync(s_dates, null, null, TableMode.Bulk, new MemoryStream(), source.Token));
    }

    private static string?[] Day(string school, string day, string? calendarEvent) => [school, $"2026-01-0{day}", calendarEvent, null];
}
