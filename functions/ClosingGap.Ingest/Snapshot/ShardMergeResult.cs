namespace ClosingGap.Ingest.Snapshot;

/// <summary>What a merge did to one shard of one table. Rows are the same when their keys are, and unchanged when every cell is.</summary>
/// <param name="Rows">Rows of the new shard: added + changed + unchanged.</param>
/// <param name="Added">Keys that the base had not.</param>
/// <param name="Removed">Keys of the base that are gone.</param>
/// <param name="Changed">Keys of both with a cell that differs.</param>
/// <param name="Unchanged">Keys of both with equal cells.</param>
public sealed record ShardMergeResult(long Rows, long Added, long Removed, long Changed, long Unchanged)
{
    /// <summary>True when the new shard holds what the base held.</summary>
    public bool SameContent => Added == 0 && Removed == 0 && Changed == 0;
}
