namespace ClosingGap.Cli.Service;

/// <summary>A rollup with a page of its districts.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Districts">The page of districts.</param>
/// <param name="Next">What to ask for the next page; null: this was the last.</param>
/// <param name="Unproven">Cells whose protection could not be shown; null from a service that does not name them.</param>
internal sealed record RollupAnswer(RollupStatus Rollup, IReadOnlyList<RollupDistrictStatus> Districts, string? Next, IReadOnlyList<RollupUnprovenCell>? Unproven = null);
