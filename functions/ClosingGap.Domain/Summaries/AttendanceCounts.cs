using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Summaries;

/// <summary>Attendance of a set of students: bands and half days. The half days are of the students measured (not of <see cref="NotMeasured"/>).</summary>
public sealed class AttendanceCounts
{
    public long NotMeasured { get; set; }

    public long None { get; set; }

    public long Satisfactory { get; set; }

    public long AtRisk { get; set; }

    public long Chronic { get; set; }

    /// <summary>Half days of membership of the measured students.</summary>
    public long MemberHalfDays { get; set; }

    /// <summary>Half days absent of the measured students.</summary>
    public long AbsentHalfDays { get; set; }

    internal void Add(AttendanceBand band, long memberHalfDays, long absentHalfDays)
    {
        switch (band)
        {
            case AttendanceBand.NotMeasured: NotMeasured++; return;
            case AttendanceBand.None: None++; break;
            case AttendanceBand.Satisfactory: Satisfactory++; break;
            case AttendanceBand.AtRisk: AtRisk++; break;
            case AttendanceBand.Chronic: Chronic++; break;
            default: throw new ArgumentOutOfRangeException(nameof(band), band, "Not a band of attendance.");
        }

        MemberHalfDays += memberHalfDays;
        AbsentHalfDays += absentHalfDays;
    }

    internal void Merge(AttendanceCounts other)
    {
        NotMeasured += other.NotMeasured;
        None += other.None;
        Satisfactory += other.Satisfactory;
        AtRisk += other.AtRisk;
        Chronic += other.Chronic;
        MemberHalfDays += other.MemberHalfDays;
        AbsentHalfDays += other.AbsentHalfDays;
    }
}
