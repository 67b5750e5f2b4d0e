using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Applying;

/// <summary>What must be known of all attendance of a district before any student is judged.</summary>
/// <param name="LastSubmitted">By school: the last day for which any attendance row is there.</param>
/// <param name="PresentRows">Rows that say that a student was present.</param>
/// <param name="AllRows">All rows.</param>
public sealed record AttendanceFacts(SortedDictionary<string, DateOnly> LastSubmitted, long PresentRows, long AllRows)
{
    /// <summary>The columns from which they come.</summary>
    internal static readonly string[] Columns = ["schoolSourcedId", "eventDate", "attendanceEventCategory"];

    /// <summary>The facts of some rows.</summary>
    internal static AttendanceFacts Of(CanonicalColumns columns)
    {
        var schools = columns.Texts("schoolSourcedId");
        var dates = columns.Dates("eventDate");
        var categories = columns.Texts("attendanceEventCategory");
        var last = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        var present = 0L;
        for (var row = 0; row < columns.RowCount; row++)
        {
            present += RosterCodes.AttendanceCategoryOf(categories[row]) == AttendanceCategory.Present ? 1 : 0;
            if (schools[row] is { } school && dates[row] is { } date && (!last.TryGetValue(school, out var known) || known < date))
            {
                last[school] = date;
            }
        }

        return new AttendanceFacts(last, present, columns.RowCount);
    }

    /// <summary>The facts of both.</summary>
    internal AttendanceFacts Merge(AttendanceFacts other)
    {
        var last = new SortedDictionary<string, DateOnly>(LastSubmitted, StringComparer.Ordinal);
        foreach (var (school, date) in other.LastSubmitted)
        {
            if (!last.TryGetValue(school, out var known) || known < date)
            {
                last[school] = date;
            }
        }

        return new AttendanceFacts(last, PresentRows + other.PresentRows, AllRows + other.AllRows);
    }
}
