namespace ClosingGap.Domain.Roster;

/// <summary>How a district records attendance.</summary>
public enum AttendanceCapture : byte
{
    /// <summary>Only what departs from presence is recorded: a day without a row is a day present.</summary>
    Negative = 0,

    /// <summary>Every day of a student has a row: a day without a row was not measured.</summary>
    Positive = 1,
}
