namespace ClosingGap.Cli.Service;

/// <summary>A share with its interval.</summary>
internal sealed record EvaluatedRate(long Count, long Of, double Share, double Low, double High);
