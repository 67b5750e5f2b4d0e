namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What other thresholds of an indicator would have caught.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="IsShare">True when thresholds are shares of 1; false when they are amounts: courses, days.</param>
/// <param name="Thresholds">One for each threshold, from the lowest.</param>
public sealed record ReportedSweep(string Indicator, bool IsShare, IReadOnlyList<ReportedThreshold> Thresholds);
