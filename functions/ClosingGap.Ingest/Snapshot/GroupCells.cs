namespace ClosingGap.Ingest.Snapshot;

/// <summary>Takes a column's cells of one row group.</summary>
/// <param name="values">The values there are, in the order of rows.</param>
/// <param name="levels">For each row 0 when it has no value.</param>
internal delegate void GroupCells<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> levels);
