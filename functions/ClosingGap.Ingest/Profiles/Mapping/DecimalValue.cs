namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A number as an invariant decimal without exponent and without superfluous zeros. What is none rejects the row with <c>profile.invalid_decimal</c>, or is blank.</summary>
/// <param name="Of">The cell.</param>
/// <param name="DecimalMark"><c>.</c> or <c>,</c>.</param>
/// <param name="BlankInvalid">True: what is no number is blank, for columns that hold numbers and words.</param>
public sealed record DecimalValue(ValueMapping Of, char DecimalMark, bool BlankInvalid) : ValueMapping;
