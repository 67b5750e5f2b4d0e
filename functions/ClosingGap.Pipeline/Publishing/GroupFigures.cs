using ClosingGap.Domain.Summaries;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>The figures of the groups of one dimension of a district, for staff of the district.</summary>
/// <param name="Dimension">The dimension, e.g. <c>race</c>.</param>
/// <param name="Groups">By value: the counts.</param>
public sealed record GroupFigures(string Dimension, SortedDictionary<string, Tally> Groups);
