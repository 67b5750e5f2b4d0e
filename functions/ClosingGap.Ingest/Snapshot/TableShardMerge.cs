using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// Base shard + staged rows = new shard. Bulk: the staged rows replace the base; of equal keys the first stays. Delta: they are
/// upserts and deletions by key, in their order. Rows are sorted by key, ordinally, nulls first, so that equal content gives equal
/// bytes. Holds one shard of one table in memory.
/// </summary>
public static class TableShardMerge
{
    /// <summary>Merges, and writes the new shard as Parquet. It is always written, even when it holds what the base held.</summary>
    /// <param name="table">The table; columns that the base has not are read as null.</param>
    /// <param name="baseParquet">The published shard, seekable; null when there is none. Is left open.</param>
    /// <param name="staged">A file of <see cref="StagingSink"/>; null when the drop has no rows for the shard. Is left open.</param>
    /// <param name="mode">How the staged rows are meant. Bulk without rows empties the shard.</param>
    /// <param name="output">Takes the new shard; is left open.</param>
    /// <param name="cancellationToken">Stops between row groups.</param>
    /// <exception cref="SnapshotException">A file is damaged or has another type than the table's.</exception>
    public static async Task<ShardMergeResult> RunAsync(
        CanonicalTable table, Stream? baseParquet, Stream? staged, TableMode mode, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        var cells = new TableCells(table);
        if (baseParquet is not null)
        {
            await ReadBaseAsync(cells, baseParquet, cancellationToken);
        }

        var baseRows = cells.RowCount;
        var reader = new StagedReader(cells);
        if (staged is not null)
        {
            await reader.ReadAsync(staged, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var plan = new MergePlan(cells, baseRows, reader.Deletions, mode);
        await using var writer = await ParquetTableWriter.CreateAsync(output, table, cancellationToken);
        await writer.WriteAsync(cells, plan.Rows, cancellationToken);
        return plan.Result;
    }

    private static async Task ReadBaseAsync(TableCells cells, Stream baseParquet, CancellationToken cancellationToken)
    {
        await using var reader = await ParquetTableReader.OpenAsync(baseParquet, cells.Table, cancellationToken);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            foreach (var column in cells.Columns)
            {
                await reader.AppendAsync(group, column, cancellationToken);
            }
        }
    }
}
