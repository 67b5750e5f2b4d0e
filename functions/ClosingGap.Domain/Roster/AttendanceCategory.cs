namespace ClosingGap.Domain.Roster;

/// <summary>What an attendance row says of a student on a day. Ed-Fi's attendance categories; "In Attendance" is <see cref="Present"/>.</summary>
public enum AttendanceCategory : byte
{
    /// <summary>A category the district has not mapped.</summary>
    Other = 0,
    Present = 1,
    ExcusedAbsence = 2,
    UnexcusedAbsence = 3,
    Tardy = 4,
    EarlyDeparture = 5,
    Partial = 6,
}
