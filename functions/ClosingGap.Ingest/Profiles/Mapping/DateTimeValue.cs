namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>
/// A time as <c>yyyy-MM-ddTHH:mm:ss</c> on the district's clock. What fits no format rejects the row with <c>profile.invalid_date</c>.
/// </summary>
/// <param name="Of">The cell.</param>
/// <param name="Formats">Invariant .NET formats of a date and a time, e.g. <c>yyyy-MM-dd HH:mm:ss</c>; several blanks count as one.</param>
/// <param name="Zone">
/// Null: the cell is on the district's clock. An IANA time zone, or <c>district</c> for the one that the district is registered with: the
/// cell is UTC and is brought to the clock of that zone.
/// </param>
public sealed record DateTimeValue(ValueMapping Of, IReadOnlyList<string> Formats, string? Zone) : ValueMapping
{
    /// <summary>The word for the district's own time zone.</summary>
    public const string District = "district";
}
