using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Measures as they may be published.</summary>
/// <param name="Measures">In the order in which they were given.</param>
/// <param name="Report">What it cost.</param>
internal sealed record ProtectedMeasures(IReadOnlyList<PublishedMeasure> Measures, ProtectionReport Report);
