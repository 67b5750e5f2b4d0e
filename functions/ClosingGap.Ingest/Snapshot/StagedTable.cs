using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>What a drop brings for one shard of one table.</summary>
/// <param name="Table">The canonical table's name.</param>
/// <param name="Mode">How the rows are meant.</param>
/// <param name="Shard">The shard, from 0. A table that is not split by student has shard 0 only.</param>
/// <param name="Rows">The staged rows, deletions included.</param>
/// <param name="Path">The local file; null when the shard has no rows. A bulk table lists every shard: one without rows is to be emptied.</param>
public sealed record StagedTable(string Table, TableMode Mode, int Shard, long Rows, FileInfo? Path);
