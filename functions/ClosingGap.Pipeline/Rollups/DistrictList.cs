namespace ClosingGap.Pipeline.Rollups;

/// <summary>The districts of one page of a rollup.</summary>
/// <param name="Districts">The ids, in order.</param>
/// <param name="Names">The names, in the same order.</param>
/// <param name="Next">The id after which the next page begins; blank: this was the last.</param>
public sealed record DistrictList(IReadOnlyList<string> Districts, IReadOnlyList<string> Names, string Next);
