namespace ClosingGap.Domain.Settings;

/// <summary>What a district may set about its verdicts; thresholds themselves are in the milestone definitions.</summary>
public sealed record VerdictSettings
{
    /// <summary>All defaults.</summary>
    public static VerdictSettings Default { get; } = new();

    public AttendanceSettings Attendance { get; init; } = new();

    public GradeSettings Grades { get; init; } = new();

    public CreditSettings Credits { get; init; } = new();

    public GrowthSettings Growth { get; init; } = new();
}
