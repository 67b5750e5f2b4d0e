namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>The cell of a column that not every file has; blank where it is missing.</summary>
public sealed record OptionalColumnValue(string Name) : ValueMapping;
