namespace ClosingGap.Domain.Suppression;

/// <summary>
/// All that is published together: tables that share cells and lines. Rows, columns, the hierarchy of organisations and overlapping dimensions are all lines.
/// </summary>
/// <param name="CellCount">How many cells each measure has.</param>
/// <param name="Lines">Every identity that a reader may use.</param>
/// <param name="Measures">The measures. They share one pattern of suppression, so they should be about the same students.</param>
public sealed record CountTables(int CellCount, IReadOnlyList<AdditiveLine> Lines, IReadOnlyList<MeasureTable> Measures);
