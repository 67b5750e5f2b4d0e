using ClosingGap.Domain.History;
using ClosingGap.Domain.Indicators;

namespace ClosingGap.Pipeline.Computing;

/// <summary>What a later run, and the caseloads, need of a student: one line of a shard's result.</summary>
/// <param name="Key">The student's key.</param>
/// <param name="Hash">The hash of the document's body.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="FamilyName">The family name.</param>
/// <param name="Grade">The grade level.</param>
/// <param name="Priority">The need, by the stated formula.</param>
/// <param name="Band">The band of attendance.</param>
/// <param name="Schools">The schools where the student is enrolled on the as-of date.</param>
/// <param name="Verdicts">By milestone: the status and since when.</param>
public sealed record StudentLine(
    string Key,
    string Hash,
    string? GivenName,
    string? FamilyName,
    string? Grade,
    int Priority,
    AttendanceBand Band,
    IReadOnlyList<string> Schools,
    IReadOnlyDictionary<string, StatusSince> Verdicts)
{
    /// <summary>The settled months; null in lines of earlier releases.</summary>
    public StudentHistory? History { get; init; }
}
