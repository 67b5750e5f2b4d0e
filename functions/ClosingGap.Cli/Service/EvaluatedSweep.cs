namespace ClosingGap.Cli.Service;

/// <summary>What other thresholds of an indicator would have caught.</summary>
internal sealed record EvaluatedSweep(string Indicator, bool IsShare, IReadOnlyList<EvaluatedThreshold> Thresholds);
