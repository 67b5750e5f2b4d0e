using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Tests.Lms;

/// <summary>Missing, due and late work counted assignment by assignment as the rule reads, apart from the product's code.</summary>
internal static class LmsRecount
{
    public static (long Missing, long Due, long Late) Of(LmsRecord record, LmsYear year, IEnumerable<string> assignments)
    {
        var own = record.Associations.Where(a => a.Status is LmsEnrollmentStatus.Active or LmsEnrollmentStatus.Completed).Select(a => a.SectionSourcedId).ToHashSet();
        var courses = own.Select(id => year.Sections.GetValueOrDefault(id)?.CourseSourcedId).ToHashSet();
        long missing = 0, due = 0, late = 0;
        foreach (var id in assignments)
        {
            var expected = own.SelectMany(year.Coursework.OfSection).Concat(courses.OfType<string>().SelectMany(year.Coursework.OfCourse))
                .FirstOrDefault(assignment => assignment.SourcedId == id);
            if (expected is null)
            {
                continue;
            }

            var rows = record.Submissions.Where(row => row.AssignmentSourcedId == id).ToList();
            var done = rows.Where(row => row.Status is LmsSubmissionStatus.Submitted or LmsSubmissionStatus.Graded or LmsSubmissionStatus.Late
                || (row.Status == LmsSubmissionStatus.Other && row.SubmittedAt is not null))
                .Where(row => row.SubmittedAt is null || row.SubmittedAt < year.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue)).ToList();
            if (rows.Any(row => row.Status == LmsSubmissionStatus.Excused)
                || (done.Count == 0 && rows.Any(row => row.Status == LmsSubmissionStatus.Other && row.SubmittedAt is null)))
            {
                continue;
            }

            due++;
            missing += done.Count == 0 ? 1 : 0;
            late += done.Count > 0 && done.All(row => row.Status == LmsSubmissionStatus.Late || row.SubmittedAt > expected.Due) ? 1 : 0;
        }

        return (missing, due, late);
    }
}
