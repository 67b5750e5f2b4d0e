namespace ClosingGap.Ingest.Receipts;

/// <summary>The numbers of a receipt.</summary>
/// <param name="RowsRead">Data rows read, of all files.</param>
/// <param name="RowsAccepted">Rows accepted.</param>
/// <param name="RowsRejected">Rows rejected.</param>
/// <param name="Warnings">Findings that rejected nothing.</param>
/// <param name="Students">Students in the district's snapshot; 0 unless published.</param>
public sealed record ReceiptCounts(long RowsRead = 0, long RowsAccepted = 0, long RowsRejected = 0, long Warnings = 0, long Students = 0);
