namespace ClosingGap.Domain.Suppression;

/// <summary>An earlier release that can still be had: what it said of the same cells, with the true counts of which it was made.</summary>
/// <param name="Measures">Those that are not among the new measures are not looked at.</param>
public sealed record EarlierRelease(IReadOnlyList<EarlierMeasure> Measures);
