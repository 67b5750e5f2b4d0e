namespace ClosingGap.Cli.Service;

/// <summary>What a drop did to one table, in rows.</summary>
internal sealed record DropStatusChange(string Table, long Rows, long Added, long Removed, long Changed, long Unchanged);
