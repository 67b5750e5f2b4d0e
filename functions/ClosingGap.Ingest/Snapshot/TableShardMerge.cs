using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// Base shard + staged rows = new shard. Bulk: the staged rows replace the base. Delta: they are upserts by key, and deletions.
/// Rows are sorted by key, ordinally, nulls first, so that equal content gives equal bytes. Holds one shard of one table in memory.
/// </summary>
public static class TableShardMerge
{
    /// <summary>Merges, and writes the new shard as Parquet.</summary>
    /// <param name="table">The table; columns that the base has not are read as null.</param>
    /// <param name="baseParquet">The published shard, seekable; null when there is none.</param>
    /// <param name="staged">A file of <see cref="StagingSink"/>; null when the drop has no rows for the shard.</param>
    /// <param name="mode">How the staged rows are meant. Bulk without rows empties the shard.</param>
    /// <param name="output">Takes the new shard; is left open.</param>
    /// <param name="cancellationToken">Stops between row groups.</param>
    /// <exception cref="SnapshotException">A file is damaged or has another type than the table's.</exception>
    public static Task<ShardMergeResult> RunAsync(
        CanonicalTable table, Stream? baseParquet, Stream? staged, TableMode mode, Stream output, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
