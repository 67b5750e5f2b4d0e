namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Low &lt;= sum of weight x unknown &lt;= High.</summary>
internal sealed record IntegerSum(int[] Unknowns, long[] Weights, long Low, long High);
