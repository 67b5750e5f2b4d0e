using ClosingGap.Domain.Growth;
using ClosingGap.Domain.History;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Students;

/// <summary>What a reader gets of a student: facts, verdicts with their reasons, and where the student is.</summary>
public sealed record StudentBody
{
    public required string StudentKey { get; init; }

    public required string District { get; init; }

    /// <summary>The id in the student information system.</summary>
    public required string SourcedId { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Grade { get; init; }

    /// <summary>The school year of the data: the year in which it ends.</summary>
    public required int SchoolYear { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>True when enrolled on the as-of date.</summary>
    public required bool Active { get; init; }

    /// <summary>The need: 3 for each milestone off track and 1 for each at risk.</summary>
    public required int Priority { get; init; }

    public required AttendanceBand AttendanceBand { get; init; }

    public required IReadOnlyList<StudentSchool> Schools { get; init; }

    /// <summary>The groups, as <c>dimension:value</c>.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Progress on tests taken three times or more in the year; null when there is none.</summary>
    public IReadOnlyList<AssessmentProgress>? Progress { get; init; }

    /// <summary>Growth from the last school year's tests to this one's; null when there is none.</summary>
    public IReadOnlyList<AssessmentGrowth>? Growth { get; init; }

    /// <summary>Breakdowns of the facts, by indicator: numerator and denominator, in the unit and window of the fact that they break down.</summary>
    public IReadOnlyDictionary<string, long[]> Details { get; init; } = new Dictionary<string, long[]>(StringComparer.Ordinal);

    /// <summary>The end of each settled month, by the data known now; each tells what differs from the one before. The first first.</summary>
    public IReadOnlyList<HistoryPoint> History { get; init; } = [];

    /// <summary>What had been told of a past month and was corrected by data that came later, the newest first; null when nothing was.</summary>
    public IReadOnlyList<Correction>? Corrections { get; init; }

    /// <summary>Facts of the roster's source, then those of each learning management system, with source and dates of their own.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }
}
