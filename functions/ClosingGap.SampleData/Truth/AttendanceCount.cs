namespace ClosingGap.SampleData;

/// <summary>Days of membership and half-days of absence, at one school or in all.</summary>
internal readonly record struct AttendanceCount(int MemberDays, int AbsentHalfDays)
{
    public const int MinimumDays = 10;

    public bool IsMeasured => MemberDays >= MinimumDays;

    public bool IsChronic => IsMeasured && AbsentHalfDays * 10 >= 2 * MemberDays;

    public string Band => !IsMeasured ? "notEnoughData"
        : IsChronic ? "chronic"
        : AbsentHalfDays * 20 >= 2 * MemberDays ? "atRisk"
        : AbsentHalfDays > 0 ? "satisfactory"
        : "none";

    public static AttendanceCount operator +(AttendanceCount a, AttendanceCount b) =>
        new(a.MemberDays + b.MemberDays, a.AbsentHalfDays + b.AbsentHalfDays);
}
