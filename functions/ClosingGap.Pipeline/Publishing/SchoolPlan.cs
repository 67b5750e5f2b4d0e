namespace ClosingGap.Pipeline.Publishing;

/// <summary>The schools whose pages and summaries are to be written.</summary>
/// <param name="Schools">Their ids, in ordinal order.</param>
public sealed record SchoolPlan(IReadOnlyList<string> Schools);
