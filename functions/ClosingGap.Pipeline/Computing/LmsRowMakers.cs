using ClosingGap.Domain.Lms;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Computing;

/// <summary>For each LMS table that is split by student: the columns that facts need, and how a row becomes a value of the domain.</summary>
internal static class LmsRowMakers
{
    /// <summary>The columns to be read, beside the student's id.</summary>
    public static IReadOnlyDictionary<string, string[]> Columns { get; } = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["lmsUsers"] = [],
        ["lmsSectionAssociations"] = ["lmsSectionSourcedId", "enrollmentStatus", "lastActivityDateTime"],
        ["lmsSubmissions"] = ["lmsAssignmentSourcedId", "submissionStatus", "submissionDateTime"],
        ["lmsGrades"] = ["sourcedId", "lmsSectionSourcedId", "gradeType", "letterGrade", "numericGrade"],
        ["lmsActivities"] = ["activityDateTime", "activityMinutes"],
    };

    public static Func<int, bool> Account(CanonicalColumns columns) => _ => true;

    public static Func<int, LmsAssociation?> Association(CanonicalColumns columns)
    {
        var (sections, statuses, times) = (columns.Texts("lmsSectionSourcedId"), columns.Texts("enrollmentStatus"), columns.DateTimes("lastActivityDateTime"));
        return row => sections[row] is { } section ? new LmsAssociation(section, LmsCodes.EnrollmentStatusOf(statuses[row]), times[row]) : null;
    }

    public static Func<int, LmsSubmission?> Submission(CanonicalColumns columns)
    {
        var (assignments, statuses, times) = (columns.Texts("lmsAssignmentSourcedId"), columns.Texts("submissionStatus"), columns.DateTimes("submissionDateTime"));
        return row => assignments[row] is { } assignment ? new LmsSubmission(assignment, LmsCodes.SubmissionStatusOf(statuses[row]), times[row]) : null;
    }

    public static Func<int, LmsGrade?> Grade(CanonicalColumns columns)
    {
        var (ids, sections, types) = (columns.Texts("sourcedId"), columns.Texts("lmsSectionSourcedId"), columns.Texts("gradeType"));
        var (letters, numbers) = (columns.Texts("letterGrade"), columns.Millionths("numericGrade"));
        return row => ids[row] is { } id && sections[row] is { } section
            ? new LmsGrade(id, section, LmsCodes.IsFinal(types[row]), letters[row], Hundredths.Of(numbers[row]))
            : null;
    }

    public static Func<int, LmsActivity?> Activity(CanonicalColumns columns)
    {
        var (times, minutes) = (columns.DateTimes("activityDateTime"), columns.Millionths("activityMinutes"));
        return row => times[row] is { } time ? new LmsActivity(time, Hundredths.Of(minutes[row])) : null;
    }
}
