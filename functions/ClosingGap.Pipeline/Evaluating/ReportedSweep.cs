namespace ClosingGap.Pipeline.Evaluating;

/// <summary>What other thresholds of an indicator would have caught.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Thresholds">One for each threshold, from the lowest.</param>
public sealed record ReportedSweep(string Indicator, IReadOnlyList<ReportedThreshold> Thresholds);
