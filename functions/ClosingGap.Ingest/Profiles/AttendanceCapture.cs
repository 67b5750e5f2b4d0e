namespace ClosingGap.Ingest.Profiles;

/// <summary>What a district's attendance file holds.</summary>
public enum AttendanceCapture
{
    /// <summary>Found from the data.</summary>
    Auto,

    /// <summary>Only exceptions: a student without a row was present.</summary>
    Negative,

    /// <summary>A row for each student and day that was taken: a student without a row was not measured.</summary>
    Positive,
}
