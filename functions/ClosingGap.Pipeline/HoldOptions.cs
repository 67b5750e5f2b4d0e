using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Pipeline;

/// <summary>When a drop waits for a person's decision; section <c>ClosingGap:Pipeline:Holds</c>. A source's profile may say otherwise.</summary>
public sealed class HoldOptions
{
    /// <summary>More active students removed than this share of those published are held.</summary>
    /// <value>Percent; default 10; 0 to 100.</value>
    public int StudentsRemovedPercent { get; set; } = 10;

    /// <summary>More active enrollments in classes removed than this share are held.</summary>
    /// <value>Percent; default 20; 0 to 100.</value>
    public int EnrollmentsRemovedPercent { get; set; } = 20;

    /// <summary>More classes removed than this share are held.</summary>
    /// <value>Percent; default 20; 0 to 100.</value>
    public int ClassesRemovedPercent { get; set; } = 20;

    /// <summary>More students of an LMS removed than this share are held.</summary>
    /// <value>Percent; default 10; 0 to 100.</value>
    public int LmsStudentsRemovedPercent { get; set; } = 10;

    /// <summary>More sections of an LMS removed than this share are held.</summary>
    /// <value>Percent; default 20; 0 to 100.</value>
    public int LmsSectionsRemovedPercent { get; set; } = 20;

    /// <summary>Shares of fewer than so many are not judged: of eight students, one is more than a tenth.</summary>
    /// <value>Students, enrollments, classes or sections published; default 10; 0 to 1,000,000.</value>
    public int MinimumRows { get; set; } = 10;

    /// <summary>What becomes of a drop whose school year is another one.</summary>
    /// <value><c>Hold</c> (the default) or <c>Accept</c>.</value>
    public HoldSwitch SchoolYearChange { get; set; } = HoldSwitch.Hold;

    /// <summary>What becomes of a complete drop that lacks a file which all complete drops of its source held, two at least.</summary>
    /// <value><c>Hold</c> (the default) or <c>Accept</c>.</value>
    public HoldSwitch MissingFile { get; set; } = HoldSwitch.Hold;

    /// <summary>These limits, where a profile does not say otherwise.</summary>
    internal HoldOptions With(HoldSettings profile) => new()
    {
        StudentsRemovedPercent = profile.StudentsRemovedPercent ?? StudentsRemovedPercent,
        EnrollmentsRemovedPercent = profile.EnrollmentsRemovedPercent ?? EnrollmentsRemovedPercent,
        ClassesRemovedPercent = profile.ClassesRemovedPercent ?? ClassesRemovedPercent,
        LmsStudentsRemovedPercent = profile.LmsStudentsRemovedPercent ?? LmsStudentsRemovedPercent,
        LmsSectionsRemovedPercent = profile.LmsSectionsRemovedPercent ?? LmsSectionsRemovedPercent,
        MinimumRows = profile.MinimumRows ?? MinimumRows,
        SchoolYearChange = profile.SchoolYearChange ?? SchoolYearChange,
        MissingFile = profile.MissingFile ?? MissingFile,
    };
}
