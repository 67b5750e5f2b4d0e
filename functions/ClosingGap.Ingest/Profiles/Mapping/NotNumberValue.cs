namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A text that is no number, such as the letter of a grade; blank for a number.</summary>
public sealed record NotNumberValue(ValueMapping Of) : ValueMapping;
