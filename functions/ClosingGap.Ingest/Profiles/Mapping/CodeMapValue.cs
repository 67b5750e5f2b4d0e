namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A code in the words of the canonical table.</summary>
public sealed record CodeMapValue(ValueMapping Of, CodeMap Map) : ValueMapping;
