namespace ClosingGap.Ingest.Receipts;

/// <summary>What a drop did, or would do, to one table, in rows.</summary>
public sealed record ReceiptChange(string Table, long Rows, long Added, long Removed, long Changed, long Unchanged);
