using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class StagingSinkTests : IDisposable
{
    private static readonly CanonicalTable s_users = CanonicalTables.Get("users");
    private static readonly CanonicalTable s_enrollments = CanonicalTables.Get("enrollments");
    private static readonly CanonicalTable s_dates = CanonicalTables.Get("calendarDates");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Complete_Bulk_ListsEveryShardAndPutsEachStudentInItsOwn()
    {
        var rows = Enumerable.Range(0, 20).Select(student => User($"s{student}")).ToList();
        var staged = await StageAsync(_folder.Directory, s_users, TableMode.Bulk, rows.Select(row => (row, false)), shardCount: 64);
        Assert.Equal(Enumerable.Range(0, 64), staged.Select(table => table.Shard));
        Assert.Equal(20, staged.Sum(table => table.Rows));
        Assert.Contains(staged, table => table.Path is null);
        Assert.All(staged, table => Assert.Equal(table.Rows > 0, table.Path is not null));
        foreach (var table in staged.Where(table => table.Path is not null))
        {
            var (_, parquet) = await MergeAsync(s_users, null, TableMode.Bulk, table.Path);
            Assert.All(await RowsAsync(s_users, parquet), row => Assert.Equal(table.Shard, StudentShard.Of(row[0], 64)));
        }
    }

    [Fact]
    public async Task Complete_TableThatIsNotSplit_HasOneShard()
    {
        var staged = await StageAsync(_folder.Directory, s_dates, TableMode.Bulk, [(["A", "2026-01-05", null, null], false)], shardCount: 16);
        Assert.Equal((0, 1L), (Assert.Single(staged).Shard, staged[0].Rows));
    }

    [Fact]
    public async Task Complete_BulkWithoutRows_ListsShardsToEmpty()
    {
        var staged = await StageAsync(_folder.Directory, s_users, TableMode.Bulk, [], shardCount: 2);
        Assert.Equal([(0, 0L, null), (1, 0L, null)], staged.Select(table => (table.Shard, table.Rows, table.Path)));
    }

    [Fact]
    public async Task Complete_Delta_ListsOnlyShardsWithRows()
    {
        var staged = await StageAsync(_folder.Directory, s_users, TableMode.Delta, [(User("s1"), false)], shardCount: 64);
        Assert.Equal(StudentShard.Of("s1", 64), Assert.Single(staged).Shard);
    }

    [Fact]
    public async Task Complete_SeveralTables_AreListedByNameThenShard()
    {
        await using var sink = new StagingSink(_folder.Directory, 2);
        foreach (var table in new[] { s_users, s_dates })
        {
            await sink.BeginTableAsync(table, TableMode.Bulk, Token);
        }

        // Interleaved: the sink does not ask for one table at a time.
        await sink.WriteAsync(s_users, User("s1"), false, Token);
        await sink.WriteAsync(s_dates, ["A", "2026-01-05", null, null], false, Token);
        await sink.WriteAsync(s_users, User("s2"), false, Token);
        var staged = await sink.CompleteAsync(Token);
        Assert.Equal([("calendarDates", 0), ("users", 0), ("users", 1)], staged.Select(table => (table.Table, table.Shard)));
        Assert.Equal(2, staged.Where(table => table.Table == "users").Sum(table => table.Rows));
    }

    [Fact]
    public async Task Write_EnrollmentThatMovesToAnotherStudent_LeavesNoCopyBehind()
    {
        var (first, second) = ("s1", Enumerable.Range(2, 50).Select(n => $"s{n}").First(id => StudentShard.Of(id, 4) != StudentShard.Of("s1", 4)));
        var from = StudentShard.Of(first, 4);
        var to = StudentShard.Of(second, 4);
        var published = (await BulkAsync(s_enrollments, null, Enrollment("e1", first))).Parquet;
        var staged = await StageAsync(_folder.Directory, s_enrollments, TableMode.Delta, [(Enrollment("e1", second), false)], shardCount: 4);
        Assert.Equal(4, staged.Count);
        var left = await MergeAsync(s_enrollments, published, TableMode.Delta, staged[from].Path);
        var arrived = await MergeAsync(s_enrollments, null, TableMode.Delta, staged[to].Path);
        Assert.Equal(new ShardMergeResult(0, 0, 1, 0, 0), left.Result);
        Assert.Equal(new ShardMergeResult(1, 1, 0, 0, 0), arrived.Result);
    }

    [Fact]
    public async Task Write_MoreThanTheBuffer_StagesTheSame()
    {
        var rows = Enumerable.Range(0, 30_000).Select(n => (Enrollment(n.ToString(CultureInfo.InvariantCulture), $"s{n % 997}"), false)).ToList();
        using var other = new TempFolder();
        var small = await StageAsync(
            _folder.Directory, s_enrollments, TableMode.Bulk, rows, 8, new StagingOptions { BufferBytes = StagingOptions.MinBufferBytes });
        var large = await StageAsync(other.Directory, s_enrollments, TableMode.Bulk, rows, 8);
        foreach (var (left, right) in small.Zip(large))
        {
            Assert.Equal(right.Rows, left.Rows);
            Assert.True(left.Path!.Length > right.Path!.Length, "The small buffer made as few blocks as the large one.");
            Assert.Equal(
                (await MergeAsync(s_enrollments, null, TableMode.Bulk, right.Path)).Parquet,
                (await MergeAsync(s_enrollments, null, TableMode.Bulk, left.Path)).Parquet);
        }
    }

    [Fact]
    public async Task Write_RowLongerThanTheBuffer_IsKept()
    {
        var row = User("s1");
        row[s_users.Ordinal("givenName")] = new string('名', 200_000);
        var staged = await StageAsync(
            _folder.Directory, s_users, TableMode.Bulk, [(row, false), (User("s2"), false)], 1, new StagingOptions { BufferBytes = 64 << 10 });
        var (_, parquet) = await MergeAsync(s_users, null, TableMode.Bulk, staged[0].Path);
        Assert.Equal(new[] { row, User("s2") }, await RowsAsync(s_users, parquet));
    }

    [Fact]
    public async Task Write_CellOutOfRange_NamesTheColumnAndLeavesNoHalfRow()
    {
        await using var sink = new StagingSink(_folder.Directory, 1);
        await sink.BeginTableAsync(s_dates, TableMode.Bulk, Token);
        await sink.WriteAsync(s_dates, ["A", "2026-01-05", null, null], false, Token);
        var error = await Assert.ThrowsAsync<SnapshotException>(
            async () => await sink.WriteAsync(s_dates, ["A", "secret", null, null], false, Token));
        Assert.Equal("snapshot.cell_out_of_range", error.Code);
        Assert.Contains("calendarDates.date", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        await sink.WriteAsync(s_dates, ["A", "2026-01-06", null, null], false, Token);
        var staged = Assert.Single(await sink.CompleteAsync(Token));
        Assert.Equal(2, (await MergeAsync(s_dates, null, TableMode.Bulk, staged.Path)).Result.Rows);
    }

    [Fact]
    public async Task Begin_InAnotherMode_IsRefused()
    {
        await using var sink = new StagingSink(_folder.Directory, 1);
        await sink.BeginTableAsync(s_dates, TableMode.Bulk, Token);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await sink.BeginTableAsync(s_dates, TableMode.Delta, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await sink.WriteAsync(s_users, User("s"), false, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await sink.WriteAsync(s_dates, ["A"], false, Token));
    }

    [Fact]
    public async Task Merge_StagedFileDamaged_IsCorrupt()
    {
        var staged = await StageAsync(_folder.Directory, s_dates, TableMode.Bulk, [(["A", "2026-01-05", "x", null], false), (["B", "2026-01-05", "x", null], false)]);
        var whole = await File.ReadAllBytesAsync(staged[0].Path!.FullName, Token);
        for (var keep = 0; keep < whole.Length; keep++)
        {
            await IsCorruptAsync(s_dates, whole[..keep]);
        }

        await IsCorruptAsync(s_users, whole);
    }

    [Fact]
    public async Task Merge_StagedFileWithAnyByteFlipped_IsCorrupt()
    {
        var staged = await StageAsync(_folder.Directory, s_dates, TableMode.Bulk, [(["A", "2026-01-05", "x", null], false), (["B", "2026-01-05", "x", null], false)]);
        var whole = await File.ReadAllBytesAsync(staged[0].Path!.FullName, Token);
        for (var index = 0; index < whole.Length; index++)
        {
            var damaged = whole.ToArray();
            damaged[index] ^= 0x55;
            await IsCorruptAsync(s_dates, damaged);
        }
    }

    [Theory]
    [InlineData(0, 1L << 20)]
    [InlineData(1025, 1L << 20)]
    [InlineData(1, 1L << 10)]
    [InlineData(1, 1L << 31)]
    public void Constructor_OptionOutOfRange_Throws(int shardCount, long bufferBytes) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new StagingSink(_folder.Directory, shardCount, new StagingOptions { BufferBytes = bufferBytes }));

    private static async Task IsCorruptAsync(CanonicalTable table, byte[] staged)
    {
        using var stream = new MemoryStream(staged);
        var error = await Assert.ThrowsAsync<SnapshotException>(
            () => TableShardMerge.RunAsync(table, null, stream, TableMode.Bulk, new MemoryStream(), Token));
        Assert.Equal("snapshot.staged_corrupt", error.Code);
    }

    private static string?[] User(string id)
    {
        var row = new string?[s_users.Columns.Count];
        row[0] = id;
        row[s_users.Ordinal("role")] = "student";
        return row;
    }

    private static string?[] Enrollment(string id, string student) => [id, "class", "school", student, "student", "true", "2026-01-05", null];
}
