namespace ClosingGap.Domain.Suppression;

/// <summary>Tables as they may be published, and what that cost.</summary>
/// <param name="Measures">In the order in which they were given.</param>
/// <param name="Report">For operators: figures of the suppression, no counts of students.</param>
public sealed record SuppressedTables(IReadOnlyList<PublishedMeasure> Measures, SuppressionReport Report);
