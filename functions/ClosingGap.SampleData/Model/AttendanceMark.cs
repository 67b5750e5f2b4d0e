namespace ClosingGap.SampleData;

/// <summary>One row of attendance.csv. <paramref name="Duration"/> is blank, or the part of the day that was missed.</summary>
internal readonly record struct AttendanceMark(int Day, School School, string Category, string Reason, string Duration)
{
    public const string Excused = "Excused Absence";
    public const string Unexcused = "Unexcused Absence";
    public const string Tardy = "Tardy";
}
