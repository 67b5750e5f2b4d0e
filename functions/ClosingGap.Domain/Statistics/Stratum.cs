namespace ClosingGap.Domain.Statistics;

/// <summary>The rates of two groups among students who are alike in something, e.g. of one grade.</summary>
/// <param name="Reference">The reference group's.</param>
/// <param name="Focal">The focal group's.</param>
public readonly record struct Stratum(Rate Reference, Rate Focal);
