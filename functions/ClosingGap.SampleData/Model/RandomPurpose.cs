namespace ClosingGap.SampleData;

/// <summary>Keeps the streams of draws apart. The numbers are part of what a seed means: never renumber.</summary>
internal enum RandomPurpose
{
    Profile = 1,
    Name = 2,
    Enrollment = 3,
    Attendance = 4,
    Grade = 5,
    Discipline = 6,
    School = 7,
    Calendar = 8,
    AttendancePick = 9,
    Birth = 10,
    Recovery = 11,
    Staff = 12,
    Lms = 13,
    Test = 14,
}
