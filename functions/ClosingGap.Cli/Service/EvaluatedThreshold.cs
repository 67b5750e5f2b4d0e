namespace ClosingGap.Cli.Service;

/// <summary>What a threshold would have caught.</summary>
internal sealed record EvaluatedThreshold(long Numerator, long Denominator, EvaluatedQuality Quality);
