namespace ClosingGap.Pipeline.Rollups;

/// <summary>A page of a state's rollups.</summary>
/// <param name="Rollups">The rollups, newest first.</param>
/// <param name="Next">What to ask for the next page; null: this was the last.</param>
public sealed record RollupList(IReadOnlyList<Rollup> Rollups, string? Next);
