namespace ClosingGap.Ingest.Csv;

/// <summary>Where one field stands in the buffer, without its quotes.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Bytes, doubled quotes counted twice.</param>
/// <param name="HasEscapes">True when it holds doubled quotes.</param>
internal readonly record struct CsvField(int Start, int Length, bool HasEscapes);
