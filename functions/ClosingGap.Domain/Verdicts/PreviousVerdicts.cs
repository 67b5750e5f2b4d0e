namespace ClosingGap.Domain.Verdicts;

/// <summary>What the last published result said of one student, by milestone id.</summary>
/// <param name="ByMilestone">Milestone id → status and since-date.</param>
public sealed record PreviousVerdicts(IReadOnlyDictionary<string, PreviousVerdict> ByMilestone)
{
    /// <summary>Nothing was published before.</summary>
    public static PreviousVerdicts Empty { get; } = new(new Dictionary<string, PreviousVerdict>(StringComparer.Ordinal));
}
