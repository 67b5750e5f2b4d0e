namespace ClosingGap.Pipeline.Evaluating;

/// <summary>
/// A check of a district's rules against what became of its students: what would each have said on a day that is past, by today's
/// definitions, and who got into trouble later?
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="District">The district.</param>
/// <param name="Version">The version from whose data the rules judged.</param>
/// <param name="OutcomeVersion">The version that knew what became of the students.</param>
/// <param name="State">How far it is.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="RequestedAt">When.</param>
public sealed record Evaluation(
    string Id, string District, long Version, long OutcomeVersion, EvaluationState State, string RequestedBy, DateTimeOffset RequestedAt)
{
    /// <summary>The day that was asked for, or on which the rules looked; null while it is not chosen yet.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it is not done, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it is not done, and what to do.</summary>
    public string? Reason { get; init; }

    /// <summary>What was found; put in when a check that is done is read.</summary>
    public EvaluationReport? Report { get; init; }
}
