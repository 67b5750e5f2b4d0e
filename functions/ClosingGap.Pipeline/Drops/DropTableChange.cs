namespace ClosingGap.Pipeline.Drops;

/// <summary>What a drop did to one table, in rows.</summary>
public sealed record DropTableChange(string Table, long Rows, long Added, long Removed, long Changed, long Unchanged);
