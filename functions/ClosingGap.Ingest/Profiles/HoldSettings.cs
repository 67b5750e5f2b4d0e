namespace ClosingGap.Ingest.Profiles;

/// <summary>A drop that would remove more than this share of what is published waits for a person's decision.</summary>
public sealed record HoldSettings
{
    /// <summary>Students removed, in percent of those published. Default 10, range 0 to 100.</summary>
    public int StudentsRemovedPercent { get; init; } = 10;

    /// <summary>Enrollments removed, in percent of those published. Default 20, range 0 to 100.</summary>
    public int EnrollmentsRemovedPercent { get; init; } = 20;

    /// <summary>Classes removed, in percent of those published. Default 20, range 0 to 100.</summary>
    public int ClassesRemovedPercent { get; init; } = 20;
}
