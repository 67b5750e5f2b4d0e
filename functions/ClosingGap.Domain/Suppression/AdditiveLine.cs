namespace ClosingGap.Domain.Suppression;

/// <summary>
/// One published identity: the total is the sum of its parts. Parts are disjoint and exhaustive. Where they are not quite (a state counts a student once
/// who was in two districts), the line is still given: the reader is then taken to know the difference.
/// </summary>
/// <param name="Total">Index of the total among the cells.</param>
/// <param name="Parts">Indices of the parts, each once.</param>
public sealed record AdditiveLine(int Total, IReadOnlyList<int> Parts)
{
    /// <summary>What is taken off the parts: in lines that join two releases.</summary>
    internal IReadOnlyList<int> Less { get; init; } = [];
}
