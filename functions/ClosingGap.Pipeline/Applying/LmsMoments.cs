using ClosingGap.Domain.Lms;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Applying;

/// <summary>
/// What one file of an LMS table says of how far its data reach: the days on which students did something, and the assignments that the
/// LMS itself calls missing, whose due time has therefore come.
/// </summary>
/// <param name="Days">The days, ascending; the newest 4,000 at most.</param>
/// <param name="MissingWork">The ids of those assignments, in order.</param>
public sealed record LmsMoments(IReadOnlyList<DateOnly> Days, IReadOnlyList<string> MissingWork)
{
    private const int MaxDays = 4000;

    /// <summary>The columns from which they come; none for a table that tells nothing of it.</summary>
    internal static string[] ColumnsOf(string table) => table switch
    {
        "lmsSubmissions" => ["submissionDateTime", "submissionStatus", "lmsAssignmentSourcedId"],
        "lmsActivities" => ["activityDateTime"],
        "lmsSectionAssociations" => ["lastActivityDateTime"],
        _ => [],
    };

    /// <summary>The moments of some rows of such a table.</summary>
    internal static LmsMoments Of(CanonicalColumns columns)
    {
        var names = ColumnsOf(columns.Table.Name);
        var days = new SortedSet<DateOnly>();
        foreach (var time in columns.DateTimes(names[0]))
        {
            if (time is { } at)
            {
                days.Add(DateOnly.FromDateTime(at));
            }
        }

        var missing = new SortedSet<string>(StringComparer.Ordinal);
        if (names is [_, var status, var assignment])
        {
            var (statuses, assignments) = (columns.Texts(status), columns.Texts(assignment));
            for (var row = 0; row < columns.RowCount; row++)
            {
                if (assignments[row] is { } id && LmsCodes.SubmissionStatusOf(statuses[row]) == LmsSubmissionStatus.Missing)
                {
                    missing.Add(id);
                }
            }
        }

        return new LmsMoments([.. days.TakeLast(MaxDays)], [.. missing]);
    }

    /// <summary>The last of the days up to a bound, or null.</summary>
    internal DateOnly? LastThrough(DateOnly bound)
    {
        for (var i = Days.Count - 1; i >= 0; i--)
        {
            if (Days[i] <= bound)
            {
                return Days[i];
            }
        }

        return null;
    }
}
