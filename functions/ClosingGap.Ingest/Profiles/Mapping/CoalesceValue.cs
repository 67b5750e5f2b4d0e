namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>The first of several values that is not blank.</summary>
public sealed record CoalesceValue(IReadOnlyList<ValueMapping> Of) : ValueMapping;
