namespace ClosingGap.Domain.Lms;

/// <summary>What one source's LMS holds of one student: an account, or any row. Rows may come in any order.</summary>
public sealed record LmsRecord
{
    /// <summary>The source, as in <see cref="LmsYear.Source"/>.</summary>
    public required string Source { get; init; }

    public LmsAssociation[] Associations { get; init; } = [];

    public LmsSubmission[] Submissions { get; init; } = [];

    public LmsGrade[] Grades { get; init; } = [];

    public LmsActivity[] Activities { get; init; } = [];
}
