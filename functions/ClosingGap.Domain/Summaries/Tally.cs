using System.Text.Json.Serialization;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Summaries;

/// <summary>What is counted of any set of students: all of a school or district, or one group in it. Sums only, so that tallies merge in any order.</summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class Tally
{
    /// <summary>Students with a membership in the year up to the as-of date.</summary>
    public long Students { get; set; }

    /// <summary>Of these, members on the as-of date.</summary>
    public long Active { get; set; }

    public AttendanceCounts Attendance { get; } = new();

    /// <summary>Transcript rows.</summary>
    public long CourseAttempts { get; set; }

    /// <summary>Of these, failed.</summary>
    public long CourseAttemptsFailed { get; set; }

    /// <summary>In-school suspension days of the year, in hundredths.</summary>
    public long InSchoolSuspensionHundredths { get; set; }

    /// <summary>Out-of-school suspension days of the year, in hundredths.</summary>
    public long OutOfSchoolSuspensionHundredths { get; set; }

    /// <summary>Milestone id → verdicts.</summary>
    public SortedDictionary<string, StatusCounts> Milestones { get; } = new(StringComparer.Ordinal);

    internal void Add(StudentResult result, bool active, AttendanceBand band, long memberHalfDays, long absentHalfDays)
    {
        Students++;
        Active += active ? 1 : 0;
        Attendance.Add(band, memberHalfDays, absentHalfDays);
        if (result.Fact(IndicatorIds.CourseAttempts) is { } attempts)
        {
            CourseAttempts += attempts.Denominator;
            CourseAttemptsFailed += attempts.Numerator;
        }

        if (result.Fact(IndicatorIds.SuspensionDays) is { } suspensions)
        {
            InSchoolSuspensionHundredths += suspensions.Number(SuspensionIndicator.InSchoolHundredths);
            OutOfSchoolSuspensionHundredths += suspensions.Number(SuspensionIndicator.OutOfSchoolHundredths);
        }

        foreach (var verdict in result.Verdicts)
        {
            Milestones.GetOrAdd(verdict.MilestoneId).Add(verdict.Status);
        }
    }

    internal void Merge(Tally other)
    {
        Students += other.Students;
        Active += other.Active;
        Attendance.Merge(other.Attendance);
        CourseAttempts += other.CourseAttempts;
        CourseAttemptsFailed += other.CourseAttemptsFailed;
        InSchoolSuspensionHundredths += other.InSchoolSuspensionHundredths;
        OutOfSchoolSuspensionHundredths += other.OutOfSchoolSuspensionHundredths;
        foreach (var (milestone, counts) in other.Milestones)
        {
            Milestones.GetOrAdd(milestone).Merge(counts);
        }
    }
}
