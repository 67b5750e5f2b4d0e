namespace ClosingGap.Domain.Suppression;

/// <summary>One measure as published.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Cells">In the order of the cells that were counted.</param>
public sealed record PublishedMeasure(string Measure, IReadOnlyList<PublishedCell> Cells);
