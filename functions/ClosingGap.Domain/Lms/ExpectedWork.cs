namespace ClosingGap.Domain.Lms;

/// <summary>
/// The work that was due of a student in the window, and what became of it.
/// Expected is what was due from the first day of the LMS's school year to the end of the as-of day and is to be handed in, in the
/// sections (or courses of the sections) in which the student is active or has completed. Missing is what the LMS calls missing, calls not
/// submitted, or has no row of. Late is what it calls late, or what was handed in after it was due. Handed in without a time is on time.
/// Handed in after the as-of date is not known yet. Excused counts nowhere.
/// </summary>
internal static class ExpectedWork
{
    public static IReadOnlyCollection<DueWork> Of(LmsRecord record, LmsYear year)
    {
        var expected = new Dictionary<string, DueWork>(StringComparer.Ordinal);
        foreach (var section in SectionsOf(record))
        {
            foreach (var assignment in year.Coursework.OfSection(section))
            {
                expected.TryAdd(assignment.SourcedId, new DueWork(assignment, section));
            }

            if (year.Sections.GetValueOrDefault(section)?.CourseSourcedId is { } course)
            {
                foreach (var assignment in year.Coursework.OfCourse(course))
                {
                    expected.TryAdd(assignment.SourcedId, new DueWork(assignment, section));
                }
            }
        }

        foreach (ref readonly var submission in record.Submissions.AsSpan())
        {
            if (expected.TryGetValue(submission.AssignmentSourcedId, out var work))
            {
                expected[submission.AssignmentSourcedId] = With(work, submission, year);
            }
        }

        return expected.Values;
    }

    /// <summary>The sections in which work is expected of the student, each once, in id order.</summary>
    public static SortedSet<string> SectionsOf(LmsRecord record)
    {
        var sections = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var association in record.Associations.AsSpan())
        {
            if (association.Counts)
            {
                sections.Add(association.SectionSourcedId);
            }
        }

        return sections;
    }

    private static DueWork With(DueWork work, in LmsSubmission submission, LmsYear year)
    {
        var state = StateOf(submission, work.Assignment.Due!.Value, year);
        var at = state == WorkState.Late ? submission.SubmittedAt : null;
        return state > work.State || (state == work.State && (work.SubmittedAt is null || at > work.SubmittedAt))
            ? work with { State = state, SubmittedAt = at }
            : work;
    }

    private static WorkState StateOf(in LmsSubmission submission, DateTime due, LmsYear year)
    {
        switch (submission.Status)
        {
            case LmsSubmissionStatus.Excused:
                return WorkState.Excused;
            case LmsSubmissionStatus.Missing or LmsSubmissionStatus.NotSubmitted:
                return WorkState.Missing;
        }

        if (submission.SubmittedAt is { } at)
        {
            return DateOnly.FromDateTime(at) > year.AsOf ? WorkState.Missing
                : submission.Status == LmsSubmissionStatus.Late || at > due ? WorkState.Late
                : WorkState.OnTime;
        }

        return submission.Status switch
        {
            LmsSubmissionStatus.Late => WorkState.Late,
            LmsSubmissionStatus.Other => WorkState.Unknown,
            _ => WorkState.OnTime,
        };
    }
}
