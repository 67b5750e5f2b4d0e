namespace ClosingGap.Pipeline.Drops;

/// <summary>How far the present step is.</summary>
/// <param name="Step"><c>validate</c>, <c>apply</c>, <c>compute</c> or <c>publish</c>.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 when unknown.</param>
public sealed record DropProgress(string Step, long Done, long Total);
