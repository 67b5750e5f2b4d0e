using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>Stages and merges as the pipeline does, with one shard unless told otherwise.</summary>
internal static class Merging
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<StagedTable>> StageAsync(
        DirectoryInfo directory,
        CanonicalTable table,
        TableMode mode,
        IEnumerable<(string?[] Cells, bool Deleted)> rows,
        int shardCount = 1,
        StagingOptions? options = null)
    {
        await using var sink = new StagingSink(directory, shardCount, options);
        await sink.BeginTableAsync(table, mode, Token);
        foreach (var (cells, deleted) in rows)
        {
            await sink.WriteAsync(table, cells, deleted, Token);
        }

        await sink.EndTableAsync(table, Token);
        return await sink.CompleteAsync(Token);
    }

    public static async Task<(ShardMergeResult Result, byte[] Parquet)> MergeAsync(
        CanonicalTable table, byte[]? published, TableMode mode, IEnumerable<(string?[] Cells, bool Deleted)> rows)
    {
        using var folder = new TempFolder();
        var staged = await StageAsync(folder.Directory, table, mode, rows);
        return await MergeAsync(table, published, mode, staged.SingleOrDefault()?.Path);
    }

    public static async Task<(ShardMergeResult Result, byte[] Parquet)> MergeAsync(
        CanonicalTable table, byte[]? published, TableMode mode, FileInfo? staged)
    {
        using var output = new MemoryStream();
        using var source = published is null ? null : new MemoryStream(published, writable: false);
        await using var stagedStream = staged?.OpenRead();
        var result = await TableShardMerge.RunAsync(table, source, stagedStream, mode, output, Token);
        return (result, output.ToArray());
    }

    public static Task<(ShardMergeResult Result, byte[] Parquet)> BulkAsync(CanonicalTable table, byte[]? published, params string?[][] rows) =>
        MergeAsync(table, published, TableMode.Bulk, rows.Select(row => (row, false)));

    public static async Task<List<string?[]>> RowsAsync(CanonicalTable table, byte[] parquet)
    {
        using var stream = new MemoryStream(parquet, writable: false);
        return await CanonicalParquet.ReadRowsAsync(stream, table, Token).ToListAsync(Token);
    }
}
