namespace ClosingGap.Domain.Lms;

/// <summary>A section of the LMS.</summary>
/// <param name="SourcedId">Its id in the LMS.</param>
/// <param name="ClassSourcedId">The class of the roster that it is, or null when it was not joined to one.</param>
/// <param name="CourseSourcedId">Its course in the LMS, or null.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record LmsSection(string SourcedId, string? ClassSourcedId = null, string? CourseSourcedId = null, string? Title = null);
