namespace ClosingGap.Ingest.Profiles;

/// <summary>The last day on which attendance counts as measured.</summary>
public enum MeasuredThrough
{
    /// <summary>The school's last day with an attendance row: days not yet submitted are not counted as present.</summary>
    LastSubmitted,

    /// <summary>The as-of date.</summary>
    AsOf,
}
