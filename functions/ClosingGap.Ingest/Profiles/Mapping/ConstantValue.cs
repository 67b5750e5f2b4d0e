namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>The same text in every row.</summary>
public sealed record ConstantValue(string Text) : ValueMapping;
