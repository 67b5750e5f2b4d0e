namespace ClosingGap.Domain.Roster;

/// <summary>A course as far as verdicts need it.</summary>
/// <param name="SourcedId">Its id.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Subject">Its first subject, or null.</param>
/// <param name="SubjectCode">The code beside its first subject, such as a SCED code, or null.</param>
public sealed record CourseInfo(string SourcedId, string? Title = null, string? Subject = null, string? SubjectCode = null)
{
    /// <summary>The core subject that its subject tells.</summary>
    public CoreSubject CoreSubject { get; } = CoreSubjects.Of(Subject, SubjectCode);
}
