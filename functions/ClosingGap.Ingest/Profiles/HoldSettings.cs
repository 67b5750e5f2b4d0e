namespace ClosingGap.Ingest.Profiles;

/// <summary>
/// When a drop of the source waits for a person's decision. What is null follows the service's own limits
/// (<c>ClosingGap:Pipeline:Holds</c>).
/// </summary>
public sealed record HoldSettings
{
    /// <summary>Active students removed, in percent of those published. Range 0 to 100; a drop above it is held.</summary>
    public int? StudentsRemovedPercent { get; init; }

    /// <summary>Active enrollments in classes removed, in percent of those published. Range 0 to 100.</summary>
    public int? EnrollmentsRemovedPercent { get; init; }

    /// <summary>Classes removed, in percent of those published. Range 0 to 100.</summary>
    public int? ClassesRemovedPercent { get; init; }

    /// <summary>Students of an LMS removed, in percent of those published. Range 0 to 100.</summary>
    public int? LmsStudentsRemovedPercent { get; init; }

    /// <summary>Sections of an LMS removed, in percent of those published. Range 0 to 100.</summary>
    public int? LmsSectionsRemovedPercent { get; init; }

    /// <summary>A share of fewer than so many is not judged. Range 0 to 1,000,000.</summary>
    public int? MinimumRows { get; init; }

    /// <summary>What becomes of a drop whose school year is another one.</summary>
    public HoldSwitch? SchoolYearChange { get; init; }

    /// <summary>What becomes of a complete drop that lacks a file which every complete drop of the source held.</summary>
    public HoldSwitch? MissingFile { get; init; }
}
