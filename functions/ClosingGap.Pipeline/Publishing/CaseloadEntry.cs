using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>A student on a school's caseload.</summary>
/// <param name="StudentKey">The key by which the student's document is read.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="FamilyName">The family name.</param>
/// <param name="Grade">The grade level.</param>
/// <param name="Priority">The need: 3 for each milestone off track and 1 for each at risk.</param>
/// <param name="AttendanceBand">The band of attendance.</param>
/// <param name="Statuses">By milestone: the status.</param>
public sealed record CaseloadEntry(
    string StudentKey,
    string? GivenName,
    string? FamilyName,
    string? Grade,
    int Priority,
    AttendanceBand AttendanceBand,
    SortedDictionary<string, VerdictStatus> Statuses);
