namespace ClosingGap.Ingest.Profiles;

/// <summary>An exact share, e.g. 1/2: comparisons stay in integers.</summary>
/// <param name="Numerator">From 1 to the denominator.</param>
/// <param name="Denominator">From 1 to 1,000.</param>
public readonly record struct Share(int Numerator, int Denominator);
