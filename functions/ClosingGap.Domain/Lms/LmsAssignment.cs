namespace ClosingGap.Domain.Lms;

/// <summary>Work that is asked for: of those in a section, or of those in any section of a course.</summary>
/// <param name="SourcedId">Its id in the LMS.</param>
/// <param name="SectionSourcedId">Its section; null when it is the course's.</param>
/// <param name="CourseSourcedId">Its course, looked at when it has no section.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Due">When it is due, on the district's clock; work without it is never due.</param>
/// <param name="SubmissionRequired">False when nothing is to be handed in.</param>
public sealed record LmsAssignment(
    string SourcedId,
    string? SectionSourcedId,
    string? CourseSourcedId = null,
    string? Title = null,
    DateTime? Due = null,
    bool SubmissionRequired = true);
