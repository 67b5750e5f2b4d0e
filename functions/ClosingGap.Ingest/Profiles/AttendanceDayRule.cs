namespace ClosingGap.Ingest.Profiles;

/// <summary>How the attendance rows of single classes make a day.</summary>
public enum AttendanceDayRule
{
    /// <summary>Absent from any section is absent that day.</summary>
    AnySection,

    /// <summary>Only the homeroom's row counts.</summary>
    Homeroom,

    /// <summary>Absent from at least a share of the sections of that day.</summary>
    ShareOfSections,
}
