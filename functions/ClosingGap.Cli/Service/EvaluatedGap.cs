namespace ClosingGap.Cli.Service;

/// <summary>A difference of two shares with its interval.</summary>
internal sealed record EvaluatedGap(double Difference, double Low, double High);
