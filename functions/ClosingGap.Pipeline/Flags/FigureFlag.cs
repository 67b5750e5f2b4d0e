using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Flags;

/// <summary>A figure that staff hold for wrong. It reaches data staff with the rule and the files behind it, and changes no verdict: only better data do.</summary>
/// <param name="Id">The same student, milestone and published version give the same flag.</param>
/// <param name="District">The district.</param>
/// <param name="StudentKey">The student.</param>
/// <param name="Milestone">The milestone whose figure it is.</param>
/// <param name="MilestoneVersion">The version of its definition.</param>
/// <param name="Status">What the verdict said.</param>
/// <param name="Indicators">The facts that were judged.</param>
/// <param name="Sources">The newest published file of each table behind them.</param>
/// <param name="Version">The published version that was read.</param>
/// <param name="RaisedBy">Who raised it.</param>
/// <param name="RaisedAt">When.</param>
/// <param name="Note">What staff say of it, at most 500 characters; or null.</param>
/// <param name="ClosedBy">Which data staff closed it; null while it is open.</param>
/// <param name="ClosedAt">When.</param>
/// <param name="Resolution">What came of it; null while it is open.</param>
public sealed record FigureFlag(
    string Id,
    string District,
    string StudentKey,
    string Milestone,
    int MilestoneVersion,
    VerdictStatus Status,
    IReadOnlyList<string> Indicators,
    IReadOnlyList<FlagSource> Sources,
    long Version,
    string RaisedBy,
    DateTimeOffset RaisedAt,
    string? Note = null,
    string? ClosedBy = null,
    DateTimeOffset? ClosedAt = null,
    string? Resolution = null)
{
    /// <summary>How long a note or resolution may be.</summary>
    public const int MaxText = 500;
}
