using ClosingGap.Domain.Explanations;

namespace ClosingGap.Domain.Milestones;

/// <summary>The verdict on one milestone of one student, with its reasons.</summary>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="MilestoneVersion">The version of its definition that was applied.</param>
/// <param name="Status">Where the student stands.</param>
/// <param name="Reasons">Why: one for each condition, in the definition's order. <see cref="Explainer"/> writes sentences of them.</param>
/// <param name="AsOf">The as-of date of the source that was judged.</param>
/// <param name="Since">The as-of date on which the status became what it is.</param>
public sealed record Verdict(
    string MilestoneId,
    int MilestoneVersion,
    VerdictStatus Status,
    IReadOnlyList<Reason> Reasons,
    DateOnly AsOf,
    DateOnly Since)
{
    /// <summary>The milestone's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The title in other languages, by code; null when it has none.</summary>
    public IReadOnlyDictionary<string, string>? Titles { get; init; }
}
