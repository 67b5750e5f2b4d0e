namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>The cell of a column of the file, trimmed, or of a name that <c>unpivot</c> or <c>applyToAll</c> made.</summary>
public sealed record ColumnValue(string Name) : ValueMapping;
