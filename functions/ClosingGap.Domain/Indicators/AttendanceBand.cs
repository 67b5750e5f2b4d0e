namespace ClosingGap.Domain.Indicators;

/// <summary>Bands of absence. The thresholds are those of the attendance milestone (by default 10 % and 5 %).</summary>
public enum AttendanceBand
{
    /// <summary>Fewer membership days than the minimum.</summary>
    NotMeasured = 0,

    /// <summary>No absence.</summary>
    None = 1,

    /// <summary>Absent, below the at-risk threshold.</summary>
    Satisfactory = 2,

    /// <summary>At or above the at-risk threshold.</summary>
    AtRisk = 3,

    /// <summary>At or above the chronic threshold.</summary>
    Chronic = 4,
}
