namespace ClosingGap.Domain.Roster;

/// <summary>Tells how a district records attendance where its profile says <c>auto</c>.</summary>
public static class AttendanceCaptureDetection
{
    /// <summary>
    /// Positive when more than half of the rows say "present": a district that records only departures from presence sends hardly any such row,
    /// one that records everybody sends hardly any other.
    /// </summary>
    /// <param name="presentRows">Rows of category present.</param>
    /// <param name="allRows">All attendance rows of the district's school year.</param>
    public static AttendanceCapture Decide(long presentRows, long allRows) =>
        presentRows * 2 > allRows ? AttendanceCapture.Positive : AttendanceCapture.Negative;
}
