namespace ClosingGap.Pipeline.Applying;

/// <summary>One shard of one table after the merge.</summary>
/// <param name="Table">The table.</param>
/// <param name="Shard">The shard.</param>
/// <param name="Sha256">The content; null when no row is left.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="Rows">Rows after the merge.</param>
/// <param name="Added">Rows that the base did not have.</param>
/// <param name="Removed">Rows of the base that are gone.</param>
/// <param name="Changed">Rows whose cells differ.</param>
/// <param name="Unchanged">Rows as they were.</param>
public sealed record AppliedTable(
    string Table, int Shard, string? Sha256, long Bytes, long Rows, long Added, long Removed, long Changed, long Unchanged);
