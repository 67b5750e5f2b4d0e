using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// Base shard + staged rows = new shard. Bulk: the staged rows replace the base; of equal keys the first stays. Delta: they are
/// upserts and deletions by key, in their order. Rows are sorted by key, ordinally, nulls first, so that equal content gives equal
/// bytes; when nothing changed, they are the base's own. Holds one shard of one table in memory.
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
    /// <param name="changes">Takes the rows of which a history is kept; null: none is.</param>
    /// <exception cref="SnapshotException">A file is damaged or has another type than the table's.</exception>
    public static async Task<ShardMergeResult> RunAsync(
        CanonicalTable table,
        Stream? baseParquet,
        Stream? staged,
        TableMode mode,
        Stream output,
        CancellationToken cancellationToken,
        RosterChanges? changes = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        var cells = new TableCells(table);
        var sameColumns = baseParquet is not null && await ReadBaseAsync(cells, baseParquet, cancellationToken);

        var baseRows = cells.RowCount;
        var reader = new StagedReader(cells);
        if (staged is not null)
        {
            await reader.ReadAsync(staged, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var plan = new MergePlan(cells, baseRows, reader.Deletions, mode, changes is null ? null : (before, after) => changes.Note(cells, before, after));
        if (sameColumns && plan.BaseInOrder && plan.Result.SameContent)
        {
            // The published bytes, not the same rows anew: a new release of the writer then moves no file that has not changed.
            baseParquet!.Position = 0;
            await baseParquet.CopyToAsync(output, cancellationToken);
            return plan.Result;
        }

        await using var writer = await ParquetTableWriter.CreateAsync(output, table, cancellationToken);
        await writer.WriteAsync(cells, plan.Rows, cancellationToken);
        return plan.Result;
    }

    /// <summary>Reads the base; true when it has the columns that the table has today.</summary>
    private static async Task<bool> ReadBaseAsync(TableCells cells, Stream baseParquet, CancellationToken cancellationToken)
    {
        await using var reader = await ParquetTableReader.OpenAsync(baseParquet, cells.Table, cancellationToken);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            foreach (var column in cells.Columns)
            {
                await reader.AppendAsync(group, column, cancellationToken);
            }
        }

        return reader.HasColumnsOfTable;
    }
}
