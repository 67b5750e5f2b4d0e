namespace ClosingGap.Domain.Suppression;

/// <summary>One organisation and one group in one measure, as counted.</summary>
/// <param name="Students">How many students are judged.</param>
/// <param name="Outcomes">How many of them have the outcome, 0 to <paramref name="Students"/>.</param>
public readonly record struct CountCell(long Students, long Outcomes)
{
    /// <summary>How many of the students do not have the outcome.</summary>
    public long NonOutcomes => Students - Outcomes;
}
