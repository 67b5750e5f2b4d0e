namespace ClosingGap.Ingest.Csv;

/// <summary>A record of a block.</summary>
/// <param name="Row">Its number as a spreadsheet shows it: the header is row 1.</param>
/// <param name="First">The place of its first field among the fields of the block.</param>
/// <param name="Kept">Fields that are kept.</param>
/// <param name="FieldCount">Fields that it has.</param>
/// <param name="HasEscapes">True when a field holds doubled quotes.</param>
/// <param name="Fault">Why it cannot be used, or null.</param>
/// <param name="Deviation">A deviation that leaves it readable, or null.</param>
internal readonly record struct CsvRecord(long Row, int First, int Kept, int FieldCount, bool HasEscapes, string? Fault, string? Deviation);
