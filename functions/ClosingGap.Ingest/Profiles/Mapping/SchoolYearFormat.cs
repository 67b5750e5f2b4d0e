namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>How a district writes a school year.</summary>
public enum SchoolYearFormat
{
    /// <summary><c>yyyy</c>: the year in which it ends.</summary>
    EndYear,

    /// <summary><c>yyyy-yyyy</c>: both years, the second follows the first.</summary>
    BothYears,
}
