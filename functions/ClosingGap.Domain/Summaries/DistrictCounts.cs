using System.Text.Json.Serialization;
using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Summaries;

/// <summary>
/// Counts of a district, or of one shard of it. A student counts once in the district and once in each of his schools.
/// Merging is associative and commutative; an empty instance is its neutral element.
/// </summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class DistrictCounts
{
    /// <summary>All students of the district.</summary>
    public Tally Total { get; } = new();

    /// <summary>Group key (e.g. <c>race:Asian</c>, <c>grade:09</c>) → its students.</summary>
    public SortedDictionary<string, Tally> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>School id → its counts.</summary>
    public SortedDictionary<string, SchoolCounts> Schools { get; } = new(StringComparer.Ordinal);

    /// <summary>What gaps between groups need beside the tallies.</summary>
    public GapCounts Gaps { get; } = new();

    /// <summary>Counts one student in. A student without a school in the year counts nowhere.</summary>
    public void Add(StudentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Schools.Count == 0)
        {
            return;
        }

        var attendance = result.Fact(IndicatorIds.AttendanceRate);
        var (member, absent) = (attendance?.Denominator ?? 0, attendance?.Numerator ?? 0);
        Total.Add(result, result.Active, result.AttendanceBand, member, absent);
        foreach (var group in result.Groups)
        {
            Groups.GetOrAdd(group.Key).Add(result, result.Active, result.AttendanceBand, member, absent);
        }

        Gaps.Add(result);
        foreach (var school in result.Schools)
        {
            Schools.GetOrAdd(school.SchoolSourcedId).Add(result, school);
        }
    }

    /// <summary>Adds the counts of other students.</summary>
    public void Merge(DistrictCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Total.Merge(other.Total);
        Gaps.Merge(other.Gaps);
        foreach (var (key, tally) in other.Groups)
        {
            Groups.GetOrAdd(key).Merge(tally);
        }

        foreach (var (id, school) in other.Schools)
        {
            Schools.GetOrAdd(id).Merge(school);
        }
    }
}
