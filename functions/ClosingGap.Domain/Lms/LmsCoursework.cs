namespace ClosingGap.Domain.Lms;

/// <summary>The assignments of an LMS for which something was to be handed in within a window, by section and by course.</summary>
public sealed class LmsCoursework
{
    private readonly Dictionary<string, List<LmsAssignment>> _bySection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LmsAssignment>> _byCourse = new(StringComparer.Ordinal);

    private LmsCoursework()
    {
    }

    /// <summary>Nothing is due.</summary>
    public static LmsCoursework Empty { get; } = new();

    /// <summary>Takes those due from the begin of one day to the end of another, in any order.</summary>
    public static LmsCoursework Create(IEnumerable<LmsAssignment> assignments, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        var coursework = new LmsCoursework();
        foreach (var assignment in assignments)
        {
            if (!assignment.SubmissionRequired || assignment.Due is not { } due || DateOnly.FromDateTime(due) is var day && (day < from || day > to))
            {
                continue;
            }

            if (assignment.SectionSourcedId is { } section)
            {
                Add(coursework._bySection, section, assignment);
            }
            else if (assignment.CourseSourcedId is { } course)
            {
                Add(coursework._byCourse, course, assignment);
            }
        }

        return coursework;
    }

    /// <summary>The work of a section alone.</summary>
    public IReadOnlyList<LmsAssignment> OfSection(string sectionSourcedId) => _bySection.TryGetValue(sectionSourcedId, out var found) ? found : [];

    /// <summary>The work of every section of a course.</summary>
    public IReadOnlyList<LmsAssignment> OfCourse(string courseSourcedId) => _byCourse.TryGetValue(courseSourcedId, out var found) ? found : [];

    private static void Add(Dictionary<string, List<LmsAssignment>> index, string key, LmsAssignment assignment)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }

        list.Add(assignment);
    }
}
