namespace ClosingGap.SampleData;

/// <summary>A course of one grade. A homeroom has no subject, no grades and no credits.</summary>
internal sealed record Course(int Position, string Key, string Title, string? Subject, string? Sced)
{
    public bool IsHomeroom => Subject is null;

    /// <summary>The code beside the subject: its SCED code, or below high school, where there is none, the course's own.</summary>
    public string? SubjectCode => Subject is null ? null : Sced ?? Key;

    /// <summary>Only students on the Advanced plan take it.</summary>
    public bool AdvancedOnly => Key == "LNG";

    public string SourcedId(int grade) => $"CRS-{DistrictPlan.GradeCode(grade)}-{Key}";

    public string Code(int grade) => $"{Key}{DistrictPlan.GradeCode(grade)}";
}
