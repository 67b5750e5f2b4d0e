namespace ClosingGap.Pipeline.Rollups;

/// <summary>A rollup with a page of its districts.</summary>
/// <param name="Rollup">The record.</param>
/// <param name="Districts">The districts, by id; none before all were looked at.</param>
/// <param name="Next">What to ask for the next page of districts; null: this was the last.</param>
public sealed record RollupDetails(Rollup Rollup, IReadOnlyList<RollupDistrict> Districts, string? Next)
{
    /// <summary>Where the cells are whose protection could not be shown, the first hundred of each population: what somebody should look at before it is released.</summary>
    public IReadOnlyList<UnprovenCell> Unproven { get; init; } = [];
}
