namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A school year as the calendar year in which it ends. What does not fit rejects the row with <c>profile.invalid_school_year</c>.</summary>
public sealed record SchoolYearValue(ValueMapping Of, SchoolYearFormat Format) : ValueMapping;
