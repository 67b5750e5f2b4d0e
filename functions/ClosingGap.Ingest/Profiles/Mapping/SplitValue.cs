namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A part of a value, or all its parts as a list.</summary>
/// <param name="Of">What is split.</param>
/// <param name="Separator">Where it is split; at least one character.</param>
/// <param name="Index">The part, from 0 (0 to 99), blank when there is none; null: all parts, trimmed and joined by a comma.</param>
public sealed record SplitValue(ValueMapping Of, string Separator, int? Index) : ValueMapping;
