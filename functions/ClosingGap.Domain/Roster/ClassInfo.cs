namespace ClosingGap.Domain.Roster;

/// <summary>A class (section) as far as verdicts need it.</summary>
/// <param name="SourcedId">Its id.</param>
/// <param name="SchoolSourcedId">Its school, or null.</param>
/// <param name="IsHomeroom">Whether its type is homeroom; otherwise it is a scheduled class.</param>
/// <param name="CourseSourcedId">Its course, or null.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Subject">Its first subject, or null.</param>
/// <param name="TermSourcedIds">Its terms; they bound section memberships without dates.</param>
/// <param name="SubjectCode">The code beside its first subject, such as a SCED code, or null.</param>
public sealed record ClassInfo(
    string SourcedId,
    string? SchoolSourcedId = null,
    bool IsHomeroom = false,
    string? CourseSourcedId = null,
    string? Title = null,
    string? Subject = null,
    IReadOnlyList<string>? TermSourcedIds = null,
    string? SubjectCode = null)
{
    /// <summary>The core subject that its own subject tells, whatever its course's is. Found once: each shard asks for every class.</summary>
    internal CoreSubject CoreSubject { get; } = CoreSubjects.Of(Subject, SubjectCode);

    /// <summary>The core subject of its course, where that was looked up already; null: it is looked up when asked for.</summary>
    public CoreSubject? CourseCoreSubject { get; init; }
}
