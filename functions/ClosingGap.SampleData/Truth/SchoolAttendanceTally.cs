namespace ClosingGap.SampleData;

/// <summary>Attendance by the days at that school only, as federal reporting counts it.</summary>
internal sealed class SchoolAttendanceTally
{
    public int Students { get; private set; }

    public int Measured { get; private set; }

    public int Chronic { get; private set; }

    public long MemberDays { get; private set; }

    public long AbsentHalfDays { get; private set; }

    public void Add(AttendanceCount count)
    {
        Students++;
        Measured += count.IsMeasured ? 1 : 0;
        Chronic += count.IsChronic ? 1 : 0;
        MemberDays += count.MemberDays;
        AbsentHalfDays += count.AbsentHalfDays;
    }
}
