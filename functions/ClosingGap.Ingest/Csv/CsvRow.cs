namespace ClosingGap.Ingest.Csv;

/// <summary>One record of a CSV file.</summary>
/// <param name="Row">Its number as a spreadsheet shows it: the header is row 1.</param>
/// <param name="Cells">One cell for each column of the header, null when blank. Empty when <paramref name="Fault"/> is set.</param>
/// <param name="Fault">Why the record cannot be used: a code such as <c>table.row_width_mismatch</c>; null when it can.</param>
/// <param name="Deviation">A deviation that leaves the cells readable, such as a line break in quotes; null when there is none.</param>
public readonly record struct CsvRow(long Row, string?[] Cells, string? Fault, string? Deviation);
