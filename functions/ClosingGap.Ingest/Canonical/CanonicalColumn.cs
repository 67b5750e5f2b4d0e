namespace ClosingGap.Ingest.Canonical;

/// <summary>One column of a canonical table.</summary>
/// <param name="Name">The OneRoster or Ed-Fi style name.</param>
/// <param name="Type">What its cells hold.</param>
public sealed record CanonicalColumn(string Name, ColumnType Type);
