namespace ClosingGap.Ingest.Profiles;

/// <summary>The <c>settings</c> of a profile. Whatever a profile leaves out has the default given at its property.</summary>
public sealed record ProfileSettings
{
    /// <summary>How attendance was captured, and how a day is judged.</summary>
    public AttendanceSettings Attendance { get; init; } = new();

    /// <summary>What a failing grade is.</summary>
    public GradeSettings Grades { get; init; } = new();

    /// <summary>How credits are counted.</summary>
    public CreditSettings Credits { get; init; } = new();

    /// <summary>What a drop may remove without a person's decision.</summary>
    public HoldSettings Holds { get; init; } = new();
}
