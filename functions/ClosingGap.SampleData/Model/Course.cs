namespace ClosingGap.SampleData;

/// <summary>A course of one grade. A homeroom has no subject, no grades and no credits.</summary>
internal sealed record Course(int Position, string Key, string Title, string? Subject, string? Sced)
{
    public bool IsHomeroom => Subject is null;

    /// <summary>Only students on the Advanced plan take it.</summary>
    public bool AdvancedOnly => Key == "LNG";

    public string SourcedId(int grade) => $"CRS-{DistrictPlan.GradeCode(grade)}-{Key}";

    public string Code(int grade) => $"{Key}{DistrictPlan.GradeCode(grade)}";
}
