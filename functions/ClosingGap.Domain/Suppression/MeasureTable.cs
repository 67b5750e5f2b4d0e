namespace ClosingGap.Domain.Suppression;

/// <summary>One measure (a milestone or an indicator) over the cells. Cell i of every measure is the same organisation and group.</summary>
/// <param name="Measure">The measure's id, e.g. <c>chronic-absence</c>; unique among the tables.</param>
/// <param name="Cells">As many as <see cref="CountTables.CellCount"/>.</param>
public sealed record MeasureTable(string Measure, IReadOnlyList<CountCell> Cells);
