namespace ClosingGap.Pipeline.Rollups;

/// <summary>A group of an organisation in a measure, as readers get it.</summary>
/// <param name="Group"><c>all</c>, or <c>dimension:value</c>.</param>
/// <param name="Students">Students judged.</param>
/// <param name="Percent">The share of these who have the outcome, 0 to 100.</param>
/// <param name="Reliable">False when it is shown and of fewer students than the reliability n.</param>
public sealed record ShownCell(string Group, ShownValue Students, ShownValue Percent, bool? Reliable)
{
    /// <summary>The gap to the reference group of its dimension; null for that group itself, and where a dimension has none.</summary>
    public ShownGap? Gap { get; init; }
}
