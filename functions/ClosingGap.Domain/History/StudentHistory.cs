namespace ClosingGap.Domain.History;

/// <summary>A student's school year month by month, and what of it was corrected.</summary>
/// <param name="AsOf">The as-of date of the data that it was kept by last.</param>
/// <param name="Rules">Names the definitions and settings by which it was made: by others a difference is no correction.</param>
/// <param name="Rows">Names the rows that it was made from.</param>
/// <param name="Points">The months that are settled, the first first.</param>
/// <param name="Corrections">The newest first; at most <see cref="MostCorrections"/>.</param>
public sealed record StudentHistory(DateOnly AsOf, string Rules, string Rows, IReadOnlyList<HistoryPoint> Points, IReadOnlyList<Correction> Corrections)
{
    /// <summary>How many corrections are kept.</summary>
    public const int MostCorrections = 10;
}
