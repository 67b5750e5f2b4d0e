namespace ClosingGap.Ingest.Validation;

/// <summary>A cell brought to canonical form.</summary>
/// <param name="Value">The canonical text; null when the cell cannot be read.</param>
/// <param name="Code">The deviation found, or null. With a value the profile decides whether it is accepted.</param>
internal readonly record struct CellReading(string? Value, string? Code);
