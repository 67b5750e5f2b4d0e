namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>Where the rows of one canonical table come from. They are the reference: what they do not hold is gone.</summary>
/// <param name="Table">The canonical table's name.</param>
/// <param name="Optional">True: a package without one of the files says nothing about this table; false: it is rejected.</param>
/// <param name="Distinct">Canonical columns by which only the first row is kept; empty: all rows are kept.</param>
/// <param name="Sources">One or more; their rows follow each other.</param>
public sealed record TableMapping(string Table, bool Optional, IReadOnlyList<string> Distinct, IReadOnlyList<SourceMapping> Sources);
