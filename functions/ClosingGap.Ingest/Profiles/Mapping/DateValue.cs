namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A date in another format as <c>yyyy-MM-dd</c>. What fits no format rejects the row with <c>profile.invalid_date</c>.</summary>
/// <param name="Of">The cell.</param>
/// <param name="Formats">Invariant .NET formats of a date (and a time of day, which is dropped), e.g. <c>M/d/yyyy</c>.</param>
/// <param name="PlusDays">0, or 1 to make an inclusive last day the exclusive end date of the standard.</param>
public sealed record DateValue(ValueMapping Of, IReadOnlyList<string> Formats, int PlusDays) : ValueMapping;
