namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A number as an invariant decimal without exponent and without superfluous zeros. What is none rejects the row with <c>profile.invalid_decimal</c>.</summary>
/// <param name="Of">The cell.</param>
/// <param name="DecimalMark"><c>.</c> or <c>,</c>.</param>
public sealed record DecimalValue(ValueMapping Of, char DecimalMark) : ValueMapping;
