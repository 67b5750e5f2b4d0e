using System.Text.Json.Serialization;
using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Summaries;

/// <summary>
/// Counts of one school. Attendance is the school's own part of each student; verdicts, transcripts and suspensions are the
/// student's as a whole, so over schools they may add up to more than the district's.
/// </summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class SchoolCounts
{
    /// <summary>Instructional days of the school's calendar up to the as-of date.</summary>
    public int InstructionalDays { get; set; }

    /// <summary>All students of the school.</summary>
    public Tally Total { get; } = new();

    /// <summary>Group key (e.g. <c>race:Asian</c>, <c>grade:09</c>) → its students.</summary>
    public SortedDictionary<string, Tally> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>What gaps between groups need beside the tallies; by month and by grade they are told of the district only.</summary>
    public GapCounts Gaps { get; } = new();

    /// <summary>Counts one student in.</summary>
    /// <param name="result">The student.</param>
    /// <param name="school">The student's part at this school, one of <see cref="StudentResult.Schools"/>.</param>
    public void Add(StudentResult result, SchoolResult school)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(school);
        InstructionalDays = Math.Max(InstructionalDays, school.InstructionalDays);
        Total.Add(result, school.Active, school.Band, school.MemberHalfDays, school.AbsentHalfDays);
        Gaps.Add(result, school);
        foreach (var group in result.Groups)
        {
            Groups.GetOrAdd(group.Key).Add(result, school.Active, school.Band, school.MemberHalfDays, school.AbsentHalfDays);
        }
    }

    /// <summary>Adds the counts of other students of the same school.</summary>
    public void Merge(SchoolCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        InstructionalDays = Math.Max(InstructionalDays, other.InstructionalDays);
        Total.Merge(other.Total);
        Gaps.Merge(other.Gaps);
        foreach (var (key, tally) in other.Groups)
        {
            Groups.GetOrAdd(key).Merge(tally);
        }
    }
}
