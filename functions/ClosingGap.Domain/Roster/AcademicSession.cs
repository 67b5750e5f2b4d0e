namespace ClosingGap.Domain.Roster;

/// <summary>A term, semester or grading period.</summary>
/// <param name="SourcedId">Its id.</param>
/// <param name="Title">Its title as staff know it.</param>
/// <param name="Begin">First day.</param>
/// <param name="End">Last day.</param>
public sealed record AcademicSession(string SourcedId, string Title, DateOnly Begin, DateOnly End);
