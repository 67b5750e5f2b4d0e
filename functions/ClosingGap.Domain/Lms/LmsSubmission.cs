namespace ClosingGap.Domain.Lms;

/// <summary>A student's work on one assignment.</summary>
/// <param name="AssignmentSourcedId">The assignment.</param>
/// <param name="Status">What the LMS says of it.</param>
/// <param name="SubmittedAt">When it was handed in, on the district's clock, or null.</param>
public readonly record struct LmsSubmission(string AssignmentSourcedId, LmsSubmissionStatus Status, DateTime? SubmittedAt = null);
