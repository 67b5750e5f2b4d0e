namespace ClosingGap.Domain.Statistics;

/// <summary>A value at a place, e.g. a score in a week.</summary>
/// <param name="X">Where, e.g. weeks since the first probe.</param>
/// <param name="Y">How much.</param>
public readonly record struct Observation(double X, double Y);
