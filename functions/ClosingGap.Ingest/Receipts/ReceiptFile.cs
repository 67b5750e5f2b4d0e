namespace ClosingGap.Ingest.Receipts;

/// <summary>What was read of one file.</summary>
/// <param name="File">Its name in the package.</param>
/// <param name="Table">The table that it feeds, or null.</param>
/// <param name="Mode"><c>bulk</c> or <c>delta</c>, or null when no row was taken.</param>
/// <param name="Read">Data rows read.</param>
/// <param name="Accepted">Rows accepted, deletions included.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="Deleted">Accepted rows that delete a record.</param>
/// <param name="Warnings">Findings that rejected nothing.</param>
public sealed record ReceiptFile(string File, string? Table, string? Mode, long Read, long Accepted, long Rejected, long Deleted, long Warnings);
